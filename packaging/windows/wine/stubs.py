"""Writes what stands in for parts of Windows that Wine 8 lacks: ``python stubs.py WHEELS PYTHON312_DLL OUT``.

Only for trying the packaging. icuuc.dll and mscms.dll get every function that Qt asks them for, each answering that it
cannot; python3.dll passes the stable interface on to python312.dll.
"""

import sys
from pathlib import Path

import pefile

UNSUPPORTED = 16
"""What ICU calls U_UNSUPPORTED_ERROR; its functions tell errors through their last argument, which may be absent."""


def asked_of(library: str, folder: Path) -> set[str]:
    """The functions that the libraries in a folder ask another one for."""
    names = set()
    for file in folder.rglob("*.dll"):
        pe = pefile.PE(str(file), fast_load=True)
        pe.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
        for entry in getattr(pe, "DIRECTORY_ENTRY_IMPORT", []):
            if entry.dll.decode().lower() == library:
                names |= {function.name.decode() for function in entry.imports if function.name}
    return names


def stub(names: set[str]) -> str:
    """C for a library whose functions all answer nothing; ICU's openers also say why."""
    lines = ["#define OUT __declspec(dllexport)"]
    for name in sorted(names):
        if name == "ucnv_open":
            lines.append(
                f"OUT void *{name}(const char *n, int *error) {{ if (error) *error = {UNSUPPORTED}; return 0; }}"
            )
        elif name.startswith("ucnv_get") and name.endswith("Name"):
            body = f"if (error) *error = {UNSUPPORTED}; return name ? 0 : 0;"
            lines.append(f"OUT const char *{name}(void *name, void *standard, int *error) {{ {body} }}")
        else:
            lines.append(f"OUT void *{name}(void) {{ return 0; }}")
    return "\n".join(lines) + "\n"


def forwarded(library: Path) -> str:
    """The definition of a python3.dll that passes everything on to this library."""
    pe = pefile.PE(str(library))
    lines = ["LIBRARY python3.dll", "EXPORTS"]
    for symbol in pe.DIRECTORY_ENTRY_EXPORT.symbols:
        section = pe.get_section_by_rva(symbol.address)
        data = section is not None and not section.Characteristics & 0x20000000
        name = symbol.name.decode()
        lines.append(f"  {name}=python312.{name}" + (" DATA" if data else ""))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    wheels, python, out = map(Path, sys.argv[1:4])
    for name in ("icuuc", "mscms"):
        (out / f"{name}.c").write_text(stub(asked_of(f"{name}.dll", wheels)), "utf-8")
    (out / "python3.def").write_text(forwarded(python), "utf-8")
