"""The forms beside the app: sign-in, sign-out, the first admin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators import access
from indicators.access import sessions, setup
from indicators.access.attempts import Attempts
from indicators.screens import sign_in, sign_in_page
from indicators.wording import access as wording

PASSWORD = "melijo pagi hari"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path))
    monkeypatch.delenv("KPI_SECRET", raising=False)
    monkeypatch.setattr(sessions, "ATTEMPTS", Attempts(limit=5, window=900))
    monkeypatch.setattr(sessions, "ATTEMPTS_PER_ADDRESS", Attempts(limit=50, window=900))
    monkeypatch.setattr(setup, "SETUP_ATTEMPTS", Attempts(limit=10, window=900))
    return tmp_path


@pytest.fixture
def siti() -> access.Account:
    return access.create_account(
        name="siti", display_name="Siti <Rahma>", password=PASSWORD, role="uploader", kabupaten="35.10"
    )


def browser(scheme: str = "http") -> TestClient:
    return TestClient(Starlette(routes=sign_in.routes()), base_url=f"{scheme}://dasbor.test", follow_redirects=False)


def send(client: TestClient, path: str, form: str = "", **fields: str) -> Response:
    """Open a form and send it back filled in."""
    shown = client.get(path)
    token = re.search(r'name="form" value="([^"]+)"', shown.text)
    next_path = re.search(r'name="next" value="([^"]*)"', shown.text)
    hidden = {"form": form or (token[1] if token else ""), **({"next": next_path[1]} if next_path else {})}
    return client.post(path.partition("?")[0], data={**hidden, **fields})


def signed_in(client: TestClient) -> TestClient:
    assert send(client, "/masuk", name="siti", password=PASSWORD).status_code == 303
    return client


# Signing in


def test_signing_in_leads_to_where_one_came_from(siti: access.Account) -> None:
    client = browser()
    answer = send(client, "/masuk?next=/unggah%3Fkab%3D35.10", name="siti", password=PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/unggah?kab=35.10")
    assert access.account_of(client.cookies[access.COOKIE]) == siti


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(siti: access.Account) -> None:
    cookie = send(browser(), "/masuk", name="siti", password=PASSWORD).headers["set-cookie"]
    assert cookie.startswith(f"{access.COOKIE}=")
    parts = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert parts == {"httponly", "samesite=lax", "path=/", "max-age=43200"}


def test_over_https_both_cookies_are_secure(siti: access.Account) -> None:
    client = browser("https")
    assert "; Secure" in client.get("/masuk").headers["set-cookie"]
    assert "; Secure" in send(client, "/masuk", name="siti", password=PASSWORD).headers["set-cookie"]


def test_a_wrong_password_is_said_plainly_and_keeps_the_name_only(siti: access.Account) -> None:
    client = browser()
    answer = send(client, "/masuk", name="siti", password="bukan kata sandinya")
    assert answer.status_code == 401
    assert wording.WRONG_NAME_OR_PASSWORD in answer.text
    assert 'value="siti"' in answer.text
    assert "bukan kata sandinya" not in answer.text
    assert access.COOKIE not in client.cookies


def test_what_was_typed_is_escaped(siti: access.Account) -> None:
    answer = send(browser(), "/masuk", name='"><script>', password="x")
    assert "<script>" not in answer.text
    assert "&quot;&gt;&lt;script&gt;" in answer.text


def test_too_many_attempts_are_told_to_wait(siti: access.Account) -> None:
    client = browser()
    answers = [send(client, "/masuk", name="siti", password="bukan") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert "Coba lagi dalam 15 menit" in answers[-1].text


def test_who_is_signed_in_is_led_on(siti: access.Account) -> None:
    answer = signed_in(browser()).get("/masuk?next=/peta")
    assert (answer.status_code, answer.headers["location"]) == (303, "/peta")


def test_without_any_account_the_page_says_how_the_first_is_made() -> None:
    answer = browser().get("/masuk")
    assert wording.NO_ACCOUNT_YET in answer.text
    assert "<form" not in answer.text


def test_an_unreadable_accounts_file_is_said_on_signing_in(siti: access.Account, folder: Path) -> None:
    (folder / "accounts.json").write_text("{")
    answer = send(browser(), "/masuk", name="siti", password=PASSWORD)
    assert answer.status_code == 500
    assert "Pulihkan accounts.json" in answer.text


# Forms from elsewhere


def test_a_form_sent_by_another_site_is_refused(siti: access.Account) -> None:
    answer = browser().post("/masuk", data={"name": "siti", "password": PASSWORD})
    assert answer.status_code == 403
    assert wording.FORM_EXPIRED in answer.text
    assert access.COOKIE not in answer.headers["set-cookie"]


def test_a_form_handed_to_another_browser_is_refused(siti: access.Account) -> None:
    theirs = re.search(r'name="form" value="([^"]+)"', browser().get("/masuk").text)
    assert theirs is not None
    assert send(browser(), "/masuk", form=theirs[1], name="siti", password=PASSWORD).status_code == 403


def test_a_form_field_that_is_only_the_cookie_is_refused(siti: access.Account) -> None:
    client = browser()
    client.get("/masuk")
    cookie = client.cookies[sign_in_page.FORM_COOKIE]
    assert client.post("/masuk", data={"form": cookie, "name": "siti", "password": PASSWORD}).status_code == 403


def test_an_old_form_is_refused(siti: access.Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in_page, "_FORM_LIFETIME", -1)
    assert send(browser(), "/masuk", name="siti", password=PASSWORD).status_code == 403


def test_forms_in_two_tabs_both_work(siti: access.Account) -> None:
    client = browser()
    first = re.search(r'name="form" value="([^"]+)"', client.get("/masuk").text)
    client.get("/masuk")
    assert first is not None
    answer = client.post("/masuk", data={"form": first[1], "name": "siti", "password": PASSWORD})
    assert answer.status_code == 303


def test_files_and_huge_fields_are_refused(siti: access.Account) -> None:
    client = browser()
    assert client.post("/masuk", files={"name": ("a.csv", b"x")}).status_code == 400
    assert client.post("/masuk", data={"name": "x" * 20_000}).status_code == 400


# Where one is led


@pytest.mark.parametrize("path", ["/", "/unggah", "/peta?kab=35.10&tahun=2026#peta", "/profil?x=https://a.b"])
def test_paths_of_the_dashboard_are_followed(path: str) -> None:
    assert sign_in_page.safe_next(path) == path


@pytest.mark.parametrize(
    "path",
    [
        None,
        "",
        "unggah",
        "https://jahat.test",
        "//jahat.test",
        "/\\jahat.test",
        "/a\\..\\b",
        "/\t/jahat.test",
        "/\n/jahat.test",
        "/ /jahat.test",
        "javascript:alert(1)",
        "/masuk",
        "/masuk?next=/masuk",
        "/keluar/",
        "/mulai?kode=X",
    ],
)
def test_other_hosts_and_the_forms_themselves_are_not(path: str | None) -> None:
    assert sign_in_page.safe_next(path) == "/"


def test_a_next_changed_in_the_form_is_checked_again(siti: access.Account) -> None:
    answer = send(browser(), "/masuk", name="siti", password=PASSWORD, next="https://jahat.test")
    assert answer.headers["location"] == "/"


# Signing out


def test_signing_out_ends_the_session_and_forgets_the_cookie(siti: access.Account) -> None:
    client = signed_in(browser())
    token = client.cookies[access.COOKIE]
    assert "Siti &lt;Rahma&gt; (Petugas data)" in client.get("/keluar").text
    answer = send(client, "/keluar")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert access.COOKIE not in client.cookies
    assert access.account_of(token) is None


def test_another_site_cannot_sign_somebody_out(siti: access.Account) -> None:
    client = signed_in(browser())
    assert client.post("/keluar").status_code == 403
    assert access.account_of(client.cookies[access.COOKIE]) == siti


def test_who_is_not_signed_in_has_nothing_to_leave() -> None:
    assert wording.NOT_SIGNED_IN in browser().get("/keluar").text


# A new password

NEW_PASSWORD = "sawah hijau pagi"


@pytest.fixture
def wayan() -> tuple[str, str]:
    """A new person's name and one-time password."""
    account, code = access.invite_account(name="wayan", display_name="Wayan", role="viewer")
    return account.name, code


def test_a_one_time_password_leads_to_a_new_one_and_then_on(wayan: tuple[str, str]) -> None:
    client = browser()
    answer = send(client, "/masuk?next=/peta", name=wayan[0], password=wayan[1])
    assert (answer.status_code, answer.headers["location"]) == (303, "/sandi?next=/peta")
    assert access.account_of(client.cookies[access.COOKIE]) is None
    shown = client.get("/sandi?next=/peta").text
    assert wording.PASSWORD_LEAD_FIRST in shown
    assert wording.CURRENT_PASSWORD_LABEL not in shown
    answer = send(client, "/sandi?next=/peta", password=NEW_PASSWORD, password_again=NEW_PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/peta")
    assert access.account_of(client.cookies[access.COOKIE]) == access.Account(
        "wayan", "Wayan", access.Role.VIEWER, "semua"
    )


def test_until_it_is_replaced_signing_in_again_leads_back_to_it(wayan: tuple[str, str]) -> None:
    client = browser()
    send(client, "/masuk", name=wayan[0], password=wayan[1])
    assert client.get("/masuk").headers["location"] == "/sandi?next=/"
    assert "Wayan (Pembaca)" in client.get("/keluar").text


def test_ones_own_password_is_changed_with_the_present_one(siti: access.Account) -> None:
    client, elsewhere = signed_in(browser()), signed_in(browser())
    answer = send(client, "/sandi", current=PASSWORD, password=NEW_PASSWORD, password_again=NEW_PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert access.account_of(client.cookies[access.COOKIE]) == siti
    assert access.account_of(elsewhere.cookies[access.COOKIE]) is None


@pytest.mark.parametrize(
    ("fields", "status", "reason"),
    [
        ({"current": "bukan kata sandinya"}, 401, wording.CURRENT_PASSWORD_WRONG),
        ({"password_again": "lain lagi ya"}, 400, wording.PASSWORDS_DIFFER),
        ({"password": "pendek", "password_again": "pendek"}, 400, "paling sedikit 10 karakter"),
        ({"password": PASSWORD, "password_again": PASSWORD}, 400, wording.PASSWORD_IS_THE_OLD_ONE),
        ({"form": "palsu"}, 403, wording.FORM_EXPIRED),
    ],
)
def test_what_is_wrong_with_a_new_password_is_said_and_the_old_one_stays(
    siti: access.Account, fields: dict[str, str], status: int, reason: str
) -> None:
    client = signed_in(browser())
    good = {"current": PASSWORD, "password": NEW_PASSWORD, "password_again": NEW_PASSWORD}
    answer = send(client, "/sandi", **{**good, **fields})
    assert answer.status_code == status
    assert reason in answer.text
    assert NEW_PASSWORD not in answer.text
    assert access.account_of(client.cookies[access.COOKIE]) == siti


def test_who_is_not_signed_in_changes_no_password(siti: access.Account) -> None:
    client = browser()
    assert wording.NOT_SIGNED_IN in client.get("/sandi").text
    client.get("/masuk")
    answer = send(client, "/sandi", current=PASSWORD, password=NEW_PASSWORD, password_again=NEW_PASSWORD)
    assert wording.FORM_EXPIRED in answer.text or wording.NOT_SIGNED_IN in answer.text
    assert access.sign_in("siti", PASSWORD, "10.0.0.9")


def test_without_a_provider_nothing_of_it_is_offered(siti: access.Account) -> None:
    client = browser()
    assert wording.PROVIDER_BUTTON not in client.get("/masuk").text
    for path in ("/masuk-kabupaten", "/masuk-selesai"):
        assert client.get(path).headers["location"] == "/masuk"


# The first admin

NEW = {
    "name": "kadinkes",
    "display_name": "Kepala Dinas",
    "password": PASSWORD,
    "password_again": PASSWORD,
}


def test_the_link_of_the_console_creates_the_first_admin_and_signs_in() -> None:
    client = browser()
    code = access.setup_code()
    assert f'value="{code}"' in client.get(f"/mulai?kode={code}").text
    answer = send(client, "/mulai", code=str(code), **NEW)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    account = access.account_of(client.cookies[access.COOKIE])
    assert account == access.Account("kadinkes", "Kepala Dinas", access.Role.ADMIN, "semua")


def test_the_setup_code_works_only_once() -> None:
    client = browser()
    token = re.search(r'name="form" value="([^"]+)"', client.get("/mulai").text)
    assert token is not None
    fields = {"form": token[1], "code": str(access.setup_code()), **NEW}
    assert client.post("/mulai", data=fields).status_code == 303
    again = client.post("/mulai", data={**fields, "name": "lain"})
    assert again.status_code == 400
    assert wording.SETUP_IS_OVER in again.text
    assert [account.name for account in access.all_accounts()] == ["kadinkes"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"code": "AAAA-AAAA-AAAA-AAAA"}, wording.WRONG_SETUP_CODE),
        ({"password_again": "lain lagi ya"}, wording.PASSWORDS_DIFFER),
        ({"password": "pendek", "password_again": "pendek"}, "paling sedikit 10 karakter"),
    ],
)
def test_what_is_wrong_in_the_setup_form_is_said_and_nothing_created(change: dict[str, str], reason: str) -> None:
    answer = send(browser(), "/mulai", **{"code": str(access.setup_code()), **NEW, **change})
    assert answer.status_code == 400
    assert reason in answer.text
    assert not access.has_accounts()


def test_the_setup_needs_its_own_form() -> None:
    answer = browser().post("/mulai", data={"code": str(access.setup_code()), **NEW})
    assert answer.status_code == 403
    assert not access.has_accounts()


# All of them


@pytest.mark.parametrize("path", ["/masuk", "/keluar", "/sandi", "/mulai"])
def test_forms_are_in_bahasa_never_stored_and_load_nothing_from_elsewhere(path: str) -> None:
    answer = browser().get(path)
    assert '<html lang="id">' in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', answer.text)
    for name in re.findall(r'(?:href|src)="app/static/([^"]+)"', answer.text):
        assert (Path("static") / name).is_file()
