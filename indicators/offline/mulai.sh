#!/bin/sh
# Menjalankan salinan luring; petunjuknya di BACA-SAYA.txt.
cd "$(dirname "$0")" || exit 1
for python in python@PYTHON@ python3 python; do
    if "$python" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != "@PYTHON@")' 2>/dev/null; then
        exec "$python" indicators/offline/start.py "$@"
    fi
done
echo "Python @PYTHON@ tidak ditemukan di komputer ini. Pasang lebih dahulu; lihat BACA-SAYA.txt." >&2
exit 1
