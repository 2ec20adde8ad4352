@echo off
rem Menjalankan salinan luring; petunjuknya di BACA-SAYA.txt.
cd /d "%~dp0"
py -@PYTHON@ -c "" >nul 2>nul
if not errorlevel 1 (
    py -@PYTHON@ indicators\offline\start.py %*
    goto selesai
)
python -c "import sys; sys.exit('%%d.%%d' %% sys.version_info[:2] != '@PYTHON@')" >nul 2>nul
if not errorlevel 1 (
    python indicators\offline\start.py %*
    goto selesai
)
echo Python @PYTHON@ tidak ditemukan di komputer ini. Pasang lebih dahulu; lihat BACA-SAYA.txt.
:selesai
pause
