"""Unggah: template, upload, problems, preview, publish, receipt."""

from indicators.screens import access, frame, selection, upload

chosen = selection.current()
frame.heading("upload", chosen)
if person := access.require("upload", chosen):
    upload.show(chosen, person)
