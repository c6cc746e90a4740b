#!/usr/bin/env bash
# The whole way of the Windows package, tried on Linux under Wine: freeze, installer, install, self-test from the installed
# place, a window looked at, an update over a stale file, removal that keeps what is not ours.
# It tries our spec, our script and our program with the real Windows builds of Qt and of every library; Python itself is put
# together from a package that carries it, and a few system libraries that Wine 8 lacks are stand-ins. What is shipped comes
# from a Windows machine.
# Wants: wine64, gcc-mingw-w64-x86-64, nsis, xvfb, xdotool, imagemagick, openbox, uv, and CPython 3.12 for its library
# (PYTHON312=its path, where it is not python3.12).
# packaging/check_windows.sh [WORK]; everything it makes lies in WORK (build/wine).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "${1:-$root/build/wine}"
work=$(cd "${1:-$root/build/wine}" && pwd)
here=$root/packaging/windows
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/src/firsthand/__init__.py")
export LC_ALL=C.UTF-8 WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mscms,icuuc=n;mscoree,mshtml=;winemenubuilder.exe=d"
cc=x86_64-w64-mingw32-gcc
failed=0

holds() {  # holds WHAT COMMAND...: says whether a command succeeds
    local what=$1
    shift
    if "$@" >/dev/null 2>&1; then echo "ok   $what"; else echo "FAIL $what"; failed=1; fi
}
windows() { wine "$@" </dev/null 2>/dev/null | tr -d '\r' | cat; }  # a console program wants a pipe
registry() { windows reg query "$@"; }
has_key() { registry "$1" | grep -q "$2"; }
has_no_key() { ! registry "$1" | grep -q "$2"; }

wait_for() {  # wait_for TITLE: the window that is called so, in $window; empty after two minutes
    window=
    for _ in $(seq 120); do
        window=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -1) && [ -n "$window" ] && return
        sleep 1
    done
}
open_and_look() {  # open_and_look NAME TITLE: opens the installed program; a picture of the screen in NAME.png
    (timeout 240 wine "$place/firsthand.exe" </dev/null >/dev/null 2>&1 || true) &
    program=$!
    wait_for "$2"
    sleep 4
    import -window root "$work/$1.png"
}
close() { xdotool windowfocus "$window" key ctrl+q 2>/dev/null || true; wait "$program"; }

# ---- Python for Windows, and everything the program stands on; made anew when that has changed
wanted=$(cd "$root" && uv export -q --no-default-groups --group packaging --group model --no-hashes --no-emit-project \
    --no-annotate --no-header)
if [ ! -e "$work/python/python.exe" ] || [ "$wanted" != "$(cat "$work/wanted.txt")" ]; then
    rm -rf "$work/python" "$work/wheels" "$work/frozen" && mkdir -p "$work/python/Lib" "$work/stubs"
    echo "$wanted" > "$work/wanted.txt"
    fetch=(uv pip install -q --python-platform x86_64-pc-windows-msvc --python-version 3.12 --only-binary ":all:" --no-deps)
    "${fetch[@]}" --target "$work/wheels" -r "$work/wanted.txt"
    [ -e "$work/carrier" ] || "${fetch[@]}" --target "$work/carrier" panda3d==1.10.16
    cp "$work"/carrier/deploy_libs/*.{dll,pyd} "$work/python/"
    rm "$work/python/_wmi.pyd"  # Python does without it, and Wine 8 cannot run it
    library=$("${PYTHON312:-python3.12}" -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
    cp -r "$library"/. "$work/python/Lib/"
    rm -rf "$work/python/Lib/site-packages" "$work/python/Lib/lib-dynload" "$work/python/Lib/test" "$work"/python/Lib/config-*
    cp -r "$work/wheels" "$work/python/Lib/site-packages"
    uv run -q --no-project --with pefile python "$here/wine/stubs.py" \
        "$work/wheels" "$work/python/python312.dll" "$work/stubs"
    (cd "$work/stubs" && $cc -shared -nostdlib -o "$work/python/python3.dll" python3.def -Wl,-e,0)
    (cd "$work/stubs" && for name in icuuc mscms; do $cc -w -shared -o $name.dll $name.c; done)
    (cd "$work/stubs" && $cc -w -shared -o bcryptprimitives.dll "$here/wine/bcryptprimitives.c" -ladvapi32)
    $cc -municode -o "$work/python/python.exe" "$here/wine/python.c"
fi

# ---- a screen, and Windows
display=$(mktemp)
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$display" >/dev/null 2>&1 &
screen=$!
trap 'kill "$screen" ${manager:-} 2>/dev/null; wineserver -k 2>/dev/null || true; rm -f "$display"' EXIT
until [ -s "$display" ]; do sleep 0.2; done
export DISPLAY=:$(cat "$display")
openbox >/dev/null 2>&1 &
manager=$!
if [ ! -e "$WINEPREFIX/system.reg" ]; then
    wineboot -i >/dev/null 2>&1
    cp "$work"/stubs/*.dll "$WINEPREFIX/drive_c/windows/system32/"
fi
user=$(echo "$WINEPREFIX"/drive_c/users/"$(id -un)")
for folder in Desktop Documents Downloads Music Pictures Videos; do  # Wine would have them be those of whoever tries it
    [ -L "$user/$folder" ] && rm "$user/$folder" && mkdir "$user/$folder"
done
windows "$work/python/python.exe" -c 'import sys, ctypes, ssl; print("Python", sys.version)'

# ---- freeze, pack
cd "$root"
if [ ! -e "$work/frozen/firsthand/firsthand.exe" ]; then
    began=$SECONDS
    PYTHONHASHSEED=1 wine "$work/python/python.exe" -m PyInstaller -y --log-level WARN \
        --distpath "$work/frozen" --workpath "$work/freezing" packaging/firsthand.spec </dev/null 2>&1 | cat > "$work/freeze.log"
    echo "frozen in $((SECONDS - began)) s, $(du -sm --apparent-size "$work/frozen/firsthand" | cut -f1) MB"
fi
setup=$work/Firsthand-with-model-$version-setup-test.exe
makensis -V2 -NOCD -DTEST_64 "-DVERSION=$version" "-DSOURCE=$work/frozen/firsthand" "-DTARGET=$setup" \
    "-DICON=$root/resources/icons/firsthand.ico" "-DLICENCE=$root/LICENSE" packaging/windows/setup.nsi
echo "installer: $(du -m --apparent-size "$setup" | cut -f1) MB"

# ---- the installer's own window, without going on
(timeout 60 wine "$setup" </dev/null >/dev/null 2>&1 || true) &
asking=$!
wait_for "Firsthand Setup"
sleep 2
import -window root "$work/installer.png"
holds "the installer shows its first page" test -n "$window"
xdotool windowfocus "$window" key alt+c sleep 1 key Return 2>/dev/null || true
wait "$asking"

# ---- install
place=$user/AppData/Local/Programs/Firsthand
rm -rf "$place" "$user/AppData/Local/Firsthand" "$user/Documents/Firsthand"  # of a trial before
began=$SECONDS
windows "$setup" /S
echo "installed in $((SECONDS - began)) s"
holds "the program is there" test -e "$place/firsthand.exe"
holds "every file is there, and the way to remove it" \
    bash -c '[ "$(diff -rq "$1" "$2" | grep -vc "Uninstall.exe")" = 0 ]' _ "$work/frozen/firsthand" "$place"
holds "the Start menu has it" bash -c 'find "$1" -name Firsthand.lnk | grep -q .' _ "$user"
holds "a folder's menu opens it" has_key 'HKCU\Software\Classes\Directory\shell\Firsthand\command' firsthand.exe
holds "it can be removed by name" has_key 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Firsthand' QuietUninstall

# ---- the program, from where it was installed
rm -f "$WINEPREFIX/drive_c/found.json"
timeout 400 wine "$place/firsthand.exe" --self-test 'C:\found.json' </dev/null 2>/dev/null | cat
cp "$WINEPREFIX"/drive_c/found.* "$work/" 2>/dev/null || true
holds "the self-test passes" grep -q '"passed": true' "$work/found.json"
grep -E '"(name|wrong|model)"' "$work/found.json" | sed 's/^ */     /' || true
open_and_look first-start "Firsthand"
holds "the first start shows the welcome page" test -n "$window"
xdotool windowfocus "$window" sleep 1 key ctrl+alt+o 2>/dev/null || true
wait_for "The Salt Ledger"
sleep 3
xdotool windowfocus "$window" type --delay 60 "Ink. " 2>/dev/null || true
sleep 3
close
holds "the sample novel opens from there" test -n "$window"
mkdir -p "$user/AppData/Local/Firsthand"
printf '[view]\nappearance = "dark"\n' > "$user/AppData/Local/Firsthand/settings.toml"
open_and_look dark "The Salt Ledger"
close
holds "a second start shows it again, in dark colours" test -n "$window"
holds "nothing failed inside" bash -c '! ls "$1"/AppData/Local/Firsthand/Logs/problem-* "$1"/AppData/Local/Firsthand/Logs/native-*' _ "$user"
novel=$(find "$user" -type d -name "The Salt Ledger" | head -1)
holds "what was typed is in the file" grep -rq "Ink\." "$novel" --include=*.md

# ---- update, remove
touch "$place/_internal/stale.py"
echo "words" > "$place/my novel.txt"
windows "$setup" /S
holds "an update leaves nothing stale" test ! -e "$place/_internal/stale.py"
windows "$place/Uninstall.exe" /S
for _ in $(seq 30); do [ -e "$place/Uninstall.exe" ] || break; sleep 1; done
holds "it is removed" test ! -e "$place/firsthand.exe" -a ! -e "$place/_internal"
holds "a file of the author's in its folder is kept" test -e "$place/my novel.txt"
holds "the manuscript is kept" test -e "$novel/manuscript.toml"
holds "nothing is left in the registry" has_no_key 'HKCU\Software\Classes\Firsthand.Manuscript' Firsthand
exit "$failed"
