"""What is said on printed pages and in files made from charts."""

from __future__ import annotations

PAGE_NUMBER = "halaman {number} dari {total}"
