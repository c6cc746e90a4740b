/* Starts Python from its library, as python.exe does: a stand-in, for trying the packaging where there is no Windows. */
#include <windows.h>
#include <wchar.h>

typedef int (*start)(int, wchar_t **);

int wmain(int count, wchar_t **arguments) {
    HMODULE library = LoadLibraryW(L"python312.dll");
    if (!library) return 111;
    return ((start)GetProcAddress(library, "Py_Main"))(count, arguments);
}
