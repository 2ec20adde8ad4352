"""Personal data in one piece of text, by its content: numbers of persons, phones, addresses, births, names.

The kinds are those that UU 27/2022 (PDP) and UU 23/2006 article 84 protect. What is found is named, never quoted.
"""

from __future__ import annotations

import re
from functools import cache

from indicators.catalogue import PersonNames, catalogue
from indicators.wording import personal_data as say

_SIXTEEN = re.compile(r"(?<![0-9])[0-9]{16}(?![0-9])")
# 4-4-4-4, 6-6-4, 2-2-2-6-4 and, as spreadsheets group thousands, 1-3-3-3-3-3; one kind of separator throughout.
_GROUPED = re.compile(
    r"(?<![0-9])(?:[0-9]{4}(?P<a>[ .'’/-])[0-9]{4}(?P=a)[0-9]{4}(?P=a)[0-9]{4}"
    r"|[0-9]{6}(?P<b>[ .'’/-])[0-9]{6}(?P=b)[0-9]{4}"
    r"|[0-9]{2}(?P<c>[ .'’/-])[0-9]{2}(?P=c)[0-9]{2}(?P=c)[0-9]{6}(?P=c)[0-9]{4}"
    r"|[0-9](?P<d>[ .,'’])[0-9]{3}(?:(?P=d)[0-9]{3}){4})(?![0-9])"
)
_NO_FRACTION = re.compile(r"[.,]0{1,2}$")
_SEPARATORS = re.compile(r"[ .,'’`/\"-]")
# Excel keeps 15 digits and writes a longer number like this.
_ROUNDED = re.compile(r"[0-9]([.,][0-9]+)?e\+?15", re.IGNORECASE)
_REGION_AND_DAY = re.compile(r"[1-9][0-9]{5}([04][1-9]|[1256][0-9]|[37][01])(0[1-9]|1[0-2])[0-9]{6}")
_PHONE = re.compile(r"(?<![0-9.,/-])(?:\+ ?62|62|0)[ .-]?8[1-9][0-9](?:[ .-]?[0-9]{2,4}){2,3}(?![0-9])")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_ADDRESS = re.compile(
    r"\brt\W{0,3}[0-9]{1,3}\W{1,4}rw\W{0,3}[0-9]{1,3}\b|\bj(?:l|ln|alan)\b\.? .{2,40}\bno(?:mor)?\b\W{0,3}[0-9]",
    re.I,
)
_BIRTH = re.compile(r"\b(?:lahir|ttl)\b[^;]{0,25}?\b[0-9]{1,2}[-/. ](?:[0-9]{1,2}|[a-z]{3,9})[-/. ][0-9]{4}\b", re.I)
_LINK = re.compile(r"\b(?:https?://|www\.)\S+", re.I)
_WORD = re.compile(r"[^\W\d_]+")


def kind_in(text: str, *, names: bool = True) -> str | None:
    """Which kind of personal data a text holds, in words; None where it holds none. names: whether names count."""
    plain = " ".join(text.split())
    if holds_identity_number(plain):
        return say.SIXTEEN_DIGITS
    without_links = _LINK.sub(" ", plain)
    for kind, pattern in ((say.PHONE, _PHONE), (say.PHONE, _MAIL), (say.ADDRESS, _ADDRESS), (say.BIRTH, _BIRTH)):
        if pattern.search(without_links):
            return kind
    return say.PERSON_NAME if names and holds_name(without_links) else None


def personal_data_in(text: str) -> str | None:
    """A sentence that says which kind of personal data a text holds, for whoever wrote it; None where it holds none."""
    kind = kind_in(text)
    return None if kind is None else say.in_text(kind)


def is_built_like_identity_number(digits: str) -> bool:
    """Whether exactly these digits are region, day (plus 40 for women), month, year and number."""
    return _REGION_AND_DAY.fullmatch(digits) is not None


def holds_identity_number(text: str) -> bool:
    """Whether a text is a 16-digit number, or holds one that is built like a NIK or KK number.

    Also as spreadsheets leave it: grouped, with a fraction of nothing, rounded to `3.51001E+15`. A web address may
    hold other long numbers.
    """
    if len(text) < 16:
        return text[-2:] == "15" and _ROUNDED.fullmatch(text) is not None
    if re.fullmatch(r"[0-9]{16}", _SEPARATORS.sub("", _NO_FRACTION.sub("", text))):
        return True
    grouped = (_SEPARATORS.sub("", match[0]) for match in _GROUPED.finditer(text))
    return any(is_built_like_identity_number(n) for n in (*_SIXTEEN.findall(text), *grouped))


def holds_phone(text: str) -> bool:
    return _PHONE.search(text) is not None or _MAIL.search(text) is not None


def holds_address(text: str) -> bool:
    return _ADDRESS.search(text) is not None


def holds_name(text: str) -> bool:
    """Whether a sentence names a person: two words of names side by side, or one after a title or beside a capital.

    Not where the word before says that it is a place or an institution.
    """
    words = _words()
    found = list(_WORD.finditer(text))
    for place, match in enumerate(found):
        word = match[0].casefold()
        if word not in words.names or (place and found[place - 1][0].casefold() in words.places):
            continue
        before = found[place - 1] if place and _adjoin(text, found[place - 1], match) else None
        after = found[place + 1] if place + 1 < len(found) and _adjoin(text, match, found[place + 1]) else None
        if place > 1 and before and found[place - 2][0].casefold() in words.places:
            continue
        if before and before[0].casefold() in words.titles and match[0][0].isupper():
            return True
        if after and (after[0].casefold() in words.names or (_begins_name(match) and _begins_name(after))):
            return True
        if before and place > 1 and _begins_name(match) and _begins_name(before) and not _starts_sentence(text, before):
            return True
    return False


def looks_like_name(text: str) -> bool:
    """Whether a whole cell is nothing but a name: up to six words, one of them a word of names."""
    found = _WORD.findall(text)
    words = _words()
    return (
        0 < len(found) <= 6
        and not any(c.isdigit() for c in text)
        and any(w.casefold() in words.names for w in found)
        and not any(w.casefold() in words.places for w in found)
    )


@cache
def _words() -> PersonNames:
    return catalogue().person_names


def _adjoin(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether only a blank or the full stop of a title stands between two words."""
    return text[one.end() : other.start()].strip(".") in ("", " ") and other.start() - one.end() <= 2


def _begins_name(word: re.Match[str]) -> bool:
    return len(word[0]) > 2 and word[0][0].isupper() and word[0].casefold() not in _words().places


def _starts_sentence(text: str, word: re.Match[str]) -> bool:
    """A capital that the beginning of a sentence asks for says nothing."""
    return text[: word.start()].rstrip()[-1:] in ("", ".", ":", "?")
