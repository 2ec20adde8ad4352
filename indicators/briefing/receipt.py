"""The receipt of a submission (bukti kirim): one printable page of its own, without scripts or addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment

from indicators.wording import receipt as say

_PAGE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
    """<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>{{ say.TITLE }} {{ receipt.submission }}</title>
<style>
@page { size: A4; margin: 20mm }
body { font: 11pt/1.5 "Plus Jakarta Sans", "DejaVu Sans", sans-serif; color: #16202a }
body { max-width: 170mm; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 18pt; margin: 0 0 .2em }
h2 { font-size: 13pt; margin: 1.4em 0 .4em }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35em .6em .35em 0; border-bottom: 1px solid #cfd6dd }
table.facts th { width: 38%; font-weight: 600 }
td { overflow-wrap: anywhere }
</style>
</head>
<body>
<h1>{{ say.TITLE }}</h1>
<p>{{ receipt.place }}</p>
<table class="facts">
{% for name, value in receipt.facts %}
<tr><th scope="row">{{ name }}</th><td>{{ value }}</td></tr>
{% endfor %}
</table>
{% if receipt.accepted %}
<h2>{{ say.ACCEPTED }}</h2>
<table>
<tr><th scope="col">{{ say.WARNING }}</th><th scope="col">{{ say.REASON }}</th></tr>
{% for warning, reason in receipt.accepted %}
<tr><td>{{ warning }}</td><td>{{ reason }}</td></tr>
{% endfor %}
</table>
{% endif %}
</body>
</html>
"""
)


@dataclass(frozen=True)
class ReceiptPage:
    """place: the kabupaten. facts: (name, value) in order. accepted: (warning, reason). All ready texts."""

    submission: str
    place: str
    facts: Sequence[tuple[str, str]]
    accepted: Sequence[tuple[str, str]] = ()


def receipt_page(receipt: ReceiptPage) -> bytes:
    """The page as HTML, UTF-8; every text is escaped."""
    return _PAGE.render(receipt=receipt, say=say).encode()
