"""A receipt says what was stored, in a page that needs nothing else and believes no text."""

from __future__ import annotations

from indicators.briefing.receipt import ReceiptPage, receipt_page


def test_every_fact_and_every_reason_is_on_the_page():
    page = receipt_page(
        ReceiptPage(
            submission="abc123",
            place="Kabupaten Jembrana",
            facts=[("Set data", "Kelahiran"), ("Jumlah angka", "1.234")],
            accepted=[("Lahir hidup jauh di atas biasanya.", "Ada rujukan dari kabupaten lain.")],
        )
    ).decode()
    for text in ("abc123", "Kabupaten Jembrana", "Kelahiran", "1.234", "Ada rujukan dari kabupaten lain."):
        assert text in page


def test_texts_are_escaped_and_nothing_is_fetched():
    page = receipt_page(
        ReceiptPage(submission="x", place="<script>alert(1)</script>", facts=[("Berkas", '"><img src=x>')])
    ).decode()
    assert "<script>" not in page
    assert "<img" not in page
    assert "http" not in page


def test_without_passed_warnings_there_is_no_list_of_them():
    assert "<h2>" not in receipt_page(ReceiptPage(submission="x", place="y", facts=[])).decode()
