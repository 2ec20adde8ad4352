"""One person sends, another lets it count: three windows, from the rule to the leader's page and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from indicators import access
from indicators.wording import history as say
from indicators.wording import upload as upload_words

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PASSWORD = "melijo-pagi-hari-12"
FILE = {
    "name": "dua orang.csv",
    "mimeType": "text/csv",
    "buffer": b"kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\r\n51.01.P01;2026;10;36;0\r\n",
}


def live_births(leader: Any) -> int:
    leader.open("/?kabupaten=51.01")
    [found] = set(re.findall(r"dari ([\d.]+) kelahiran hidup", leader.text))
    return int(found.replace(".", ""))


def switch_rule(admin: Any, button: str, wanted: str) -> None:
    admin.open("/riwayat?kabupaten=51.01&bagian=aturan")
    admin.page.get_by_label(say.REASON_WANTED).first.fill("uji coba")
    admin.page.keyboard.press("Enter")
    admin.settled()
    admin.page.get_by_role("button", name=button, exact=True).click()
    admin.sees(wanted).settled()


def test_what_one_person_sends_counts_once_another_has_agreed(
    start_server: Callable[..., Any],
    signed_in: Callable[..., Any],
    visit: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    served = start_server()
    monkeypatch.setenv("KPI_WAREHOUSE", str(served.warehouse))
    for name, role in (("budi", "uploader"), ("citra", "verifier")):
        access.create_account(name=name, display_name=name.title(), password=PASSWORD, role=role, kabupaten="51.01")
    switch_rule(signed_in("/riwayat?kabupaten=51.01&bagian=aturan", served=served), say.RULE_START, say.RULE_ON)
    leader = visit(served=served)
    before = live_births(leader)

    sender = signed_in("/unggah?kabupaten=51.01", served=served, name="budi")
    sender.page.set_input_files("input[type=file]", FILE)
    sender.sees(upload_words.STEP_PUBLISH).settled()
    sender.page.get_by_role("button", name=upload_words.PUBLISH, exact=True).click()
    sender.sees(upload_words.RECEIPT_WAITING).settled()
    assert live_births(leader) == before

    verifier = signed_in("/riwayat?kabupaten=51.01&bagian=periksa", served=served, name="citra")
    verifier.sees("dua orang.csv").settled()
    verifier.page.get_by_role("button", name=say.APPROVE, exact=True).click()
    verifier.sees(say.APPROVED).settled()
    # The sample has 34 live births in this puskesmas and month.
    assert live_births(leader) == before + 2
