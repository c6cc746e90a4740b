#!/usr/bin/env bash
# What a change must not break of the installers, in a few minutes: freeze, make the .deb, look at it, install it into a clean
# folder, try it there as a person with an empty home, install it again, purge it; and Windows' script compiles.
# As root on Debian or Ubuntu. packaging/check_installer.py without --bare is the longer way, through a whole Debian.
# Wants: binutils, dpkg-dev, desktop-file-utils, appstream, nsis, xvfb, xdotool, uv.
# packaging/check_linux.sh [--reuse]: --reuse takes what was frozen before.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ "$(id -u)" -ne 0 ] || ! command -v dpkg >/dev/null; then
    echo "Installers are tried as root on a Debian; not here."
    exit 0
fi
work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
python=(uv run --group packaging python)

began=$SECONDS
"${python[@]}" packaging/build.py --target deb --model with --quick "$@"
for package in dist/firsthand-with-model_*.deb; do newest=$package; done
dpkg-deb --extract "$newest" "$work/seen"
desktop-file-validate "$work/seen/usr/share/applications/firsthand.desktop"
appstreamcli validate --no-net "$work/seen/usr/share/metainfo/org.firsthand.Firsthand.metainfo.xml"
apt-get install --simulate -qq --no-install-recommends "./$newest" >/dev/null
echo "ok   apt would find everything it asks for"
rm -rf "$work/seen"
"${python[@]}" packaging/check_installer.py --bare --root "$work/root" --out build/checked "$newest"

mkdir -p "$work/program/_internal"
touch "$work/program/firsthand.exe"
"${python[@]}" - "$work" <<'PYTHON'
import sys
from pathlib import Path

sys.path.insert(0, "packaging")
import windows_packages

work = Path(sys.argv[1])
windows_packages.compile_setup(work / "program", work / "setup.exe")
PYTHON
echo "ok   makensis compiles the installer for Windows"
echo "-- $((SECONDS - began)) s"
