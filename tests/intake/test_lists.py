"""Lists: the registry of innovations and what belongs to it, read by the columns that the catalogue declares."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from indicators import intake
from indicators.areas import all_kabupaten
from indicators.catalogue import ROOT, catalogue
from indicators.vocabulary import Period
from indicators.warehouse import Words
from indicators.warehouse.shipped_lists import shipped_lists

REGISTRY, EVIDENCE, RECOGNITIONS, REPLICATIONS = (
    "innovation_registry",
    "innovation_evidence",
    "innovation_recognitions",
    "innovation_replications",
)


def known(*entries: tuple[str, str, str], gone: tuple[str, str] | None = None) -> pd.DataFrame:
    """What is stored: (dataset, key, label) of entries that count, and (dataset, key) of one that counts no more."""
    rows = [(*entry, True) for entry in entries] + ([(*gone, "", False)] if gone else [])
    return pd.DataFrame(rows, columns=["dataset", "key", "label", "counts"])


STORED = known((REGISTRY, "35.10.I001", "Laskar SAKINA"), (REGISTRY, "35.10.I002", "Pujasera"))


def entries(received: Any) -> list[dict[str, Any]]:
    assert received.submission is not None, [p.message for p in received.problems]
    return [json.loads(text) for text in received.submission.entries["fields"]]


def wrong(received: Any) -> list[tuple[int | None, str | None, str]]:
    return [(p.row, p.column, p.rule) for p in received.problems if p.severity.value == "blocking"]


def test_a_row_is_stored_by_ids_and_blank_cells_are_left_out(send):
    received = send(
        "nama_inovasi;pemilik;fasilitas;kecamatan;indikator_kpi;tahapan;tanggal_mulai_uji_coba;tahun_iga;catatan\n"
        "Jempol;Puskesmas Sempu;Puskesmas Sempu;Sempu | Genteng;AKI | Stunting (e-PPGBM);uji coba;17/08/2024;"
        "2024|2025;\n",
        REGISTRY,
    )
    assert entries(received) == [
        {
            "id": "35.10.I001",
            "name": "Jempol",
            "owner": "Puskesmas Sempu",
            "facilities": ["35.10.P28"],
            "kecamatan": ["35.10.20", "35.10.09"],
            "indicators": ["aki", "stunting_eppgbm"],
            "stage": "trial",
            "trial_from": "2024-08-17",
            "iga_years": [2024, 2025],
        }
    ]
    assert [unit for unit, _ in received.submission.scope] == ["35.10"]


def test_a_new_entry_gets_the_next_id_that_was_never_given(send):
    stored = pd.concat([STORED, known(gone=(REGISTRY, "35.10.I007"))])
    content = "id_inovasi;nama_inovasi\n35.10.I001;Laskar SAKINA\n35.10.I002;Pujasera\n;Jempol\n;Gancang\n"
    assert [entry["id"] for entry in entries(send(content, REGISTRY, known=stored))] == [
        "35.10.I001",
        "35.10.I002",
        "35.10.I008",
        "35.10.I009",
    ]


def test_an_entry_without_id_keeps_that_of_its_name(send):
    received = send("nama_inovasi\nlaskar sakina\nPujasera\n", REGISTRY, known=STORED)
    assert [entry["id"] for entry in entries(received)] == ["35.10.I001", "35.10.I002"]
    assert [p.severity.value for p in received.problems] == ["notice", "notice"]


def test_a_name_that_resembles_a_stored_one_is_asked(send):
    content = "id_inovasi;nama_inovasi\n35.10.I002;Pujasera\n;Laskar Sakinah\n"
    received = send(content, REGISTRY, known=STORED)
    assert received.submission is None
    [question] = received.questions
    assert question.options[0] == ("35.10.I001", "Laskar SAKINA")
    same = send(content, REGISTRY, known=STORED, answers={question.id: "35.10.I001"})
    assert entries(same)[1]["id"] == "35.10.I001"
    other = send(content, REGISTRY, known=STORED, answers={question.id: "new"})
    assert entries(other)[1]["id"] == "35.10.I003"


def test_an_unknown_id_is_refused(send):
    assert wrong(send("id_inovasi;nama_inovasi\n35.10.I099;Jempol\n", REGISTRY, known=STORED)) == [
        (2, "id_inovasi", "list")
    ]


def test_what_the_file_leaves_out_is_named_and_needs_a_reason(send):
    received = send("id_inovasi;nama_inovasi\n35.10.I001;Laskar SAKINA\n", REGISTRY, known=STORED)
    [problem] = received.problems
    assert (problem.severity.value, problem.rule) == ("warning", "list_removes")
    assert "1 entri" in problem.message
    assert "Pujasera" in problem.message
    assert received.submission.unanswered == ("list_removes",)


@pytest.mark.parametrize(
    ("header", "cells", "column", "rule"),
    [
        ("tahapan", "selesai", "tahapan", "list"),
        ("tautan", "www.contoh.go.id", "tautan", "list"),
        ("tahun_iga", "dua ribu", "tahun_iga", "range"),
        ("tahun_iga", "1998", "tahun_iga", "range"),
        ("tanggal_mulai_uji_coba", "31/02/2024", "tanggal_mulai_uji_coba", "cell"),
        ("tanggal_mulai_uji_coba", "2062-01-01", "tanggal_mulai_uji_coba", "cell"),
        ("indikator_kpi", "kebahagiaan warga", "indikator_kpi", "list"),
        ("catatan", "hubungi bidan Siti Aminah", "catatan", "personal_data"),
        ("ringkasan", "081234567890", "ringkasan", "personal_data"),
        ("tanggal_mulai_uji_coba;tanggal_mulai_penerapan", "2024-05-01;2024-03-01", "tanggal_mulai_uji_coba", "period"),
        ("tahun_iga;tahun_iga_diterima", "2024;2024|2025", "tahun_iga_diterima", "list"),
    ],
)
def test_a_cell_that_cannot_be_true_is_refused_at_its_place(send, header, cells, column, rule):
    received = send(f"nama_inovasi;{header}\nJempol;{cells}\n", REGISTRY)
    assert received.submission is None
    assert rule in {p.rule for p in received.problems if p.severity.value == "blocking"}
    assert column in {p.column for p in received.problems} or rule == "personal_data"
    assert "Siti" not in " ".join(p.message + p.fix for p in received.problems)


def test_days_may_be_the_same(send):
    content = "nama_inovasi;tanggal_mulai_uji_coba;tanggal_mulai_penerapan\nJempol;2024-05-01;2024-05-01\n"
    assert send(content, REGISTRY).problems == ()


def test_one_name_stands_for_one_innovation(send):
    assert wrong(send("nama_inovasi\nJempol\nGancang\njempol\n", REGISTRY)) == [
        (2, None, "duplicate"),
        (4, None, "duplicate"),
    ]


def test_evidence_names_its_innovation_by_name_or_id(send):
    content = (
        "inovasi;pedoman;nomor_indikator;bintang\n"
        "Laskar SAKINA;Pedoman setelah 2023;1;3\n"
        "35.10.I002;after_2023;Replikasi;0\n"
    )
    assert entries(send(content, EVIDENCE, known=STORED)) == [
        {"innovation": "35.10.I001", "guideline": "after_2023", "number": 1, "stars": 3},
        {"innovation": "35.10.I002", "guideline": "after_2023", "number": 14, "stars": 0},
    ]


def test_a_number_of_a_list_has_a_decimal_comma_and_is_written_as_it_was_sent(send):
    header = "tahun_iga;jumlah_inovasi_semua_urusan;jumlah_skor_semua_inovasi\n"
    [entry] = entries(send(header + "2026;221;9503,25\n", "iid_years"))
    assert entry == {"year": 2026, "innovations": 221, "score_sum": 9503.25}
    words = Words(all_kabupaten()["35.10"], catalogue(), {})
    column = catalogue().datasets["iid_years"].columns["score_sum"]
    assert [words.cell(column, value) for value in (9503.25, 9500.0, 0.0)] == ["9503,25", "9500", "0"]
    # A point may part thousands or a fraction, so it is never guessed.
    for text in ("9.503", "9503.25", "-1", "banyak", "99999999999"):
        assert send(header + f"2026;221;{text}\n", "iid_years").submission is None


def test_an_innovation_that_is_misspelt_is_asked_and_one_that_nobody_knows_is_refused(send):
    header = "inovasi;pedoman;nomor_indikator;bintang\n"
    received = send(header + "Pujaseraa;Pedoman setelah 2023;1;3\n", EVIDENCE, known=STORED)
    [question] = received.questions
    answered = send(
        header + "Pujaseraa;Pedoman setelah 2023;1;3\n",
        EVIDENCE,
        known=STORED,
        answers={question.id: "35.10.I002"},
    )
    assert entries(answered)[0]["innovation"] == "35.10.I002"
    assert [(c.kind, c.meaning) for c in answered.submission.confirmed] == [("entry", "35.10.I002")]
    unknown = send(header + "Qwertyuiop;Pedoman setelah 2023;1;3\n", EVIDENCE, known=STORED)
    assert wrong(unknown) == [(2, "inovasi", "list")]
    assert "Qwertyuiop" not in unknown.problems[0].message


@pytest.mark.parametrize("stars", ["4", "-1", "tiga", "1,5"])
def test_stars_are_zero_to_three(send, stars):
    content = f"inovasi;pedoman;nomor_indikator;bintang\nPujasera;Pedoman setelah 2023;1;{stars}\n"
    assert wrong(send(content, EVIDENCE, known=STORED)) == [(2, "bintang", "range")]


def test_the_guideline_has_twenty_indicators(send):
    content = "inovasi;pedoman;nomor_indikator;bintang\nPujasera;Pedoman setelah 2023;21;1\n"
    assert wrong(send(content, EVIDENCE, known=STORED)) == [(2, "nomor_indikator", "cell")]


def test_an_award_and_taking_part_are_two_entries(send):
    content = (
        "inovasi;ajang;hasil;peringkat;tahun_ajang\n"
        "Pujasera;UNPSA;Ikut serta;;2017\n"
        "Pujasera;KIPP;Penghargaan;Top 99;2016\n"
    )
    assert [(e["event"], e["result"]) for e in entries(send(content, RECOGNITIONS, known=STORED))] == [
        ("unpsa", "took_part"),
        ("sinovik", "award"),
    ]


def test_a_replication_says_what_and_who(send):
    header = "inovasi;inovasi_dari_luar;peniru;peniru_lain;keadaan\n"
    good = send(
        header + "Pujasera;;Puskesmas Gitik;;Rencana\n;Sigarpun;;Kabupaten Jembrana;Berjalan\n",
        REPLICATIONS,
        known=STORED,
    )
    assert entries(good) == [
        {"id": "35.10.R001", "innovation": "35.10.I002", "copier": "35.10.P06", "state": "draft"},
        {"id": "35.10.R002", "elsewhere": "Sigarpun", "copier_elsewhere": "Kabupaten Jembrana", "state": "done"},
    ]
    assert wrong(send(header + ";;Puskesmas Gitik;;Rencana\n", REPLICATIONS, known=STORED)) == [
        (2, "inovasi", "required")
    ]


def test_a_file_of_another_list_is_recognised(send):
    received = send("inovasi;ajang;hasil;peringkat\nPujasera;UNPSA;Ikut serta;\n", EVIDENCE, known=STORED)
    assert "Penghargaan dan keikutsertaan" in received.problems[0].message


@pytest.mark.parametrize("code", all_kabupaten())
def test_a_shipped_list_is_what_intake_reads_from_its_file(send_to, code):
    names: dict[str, str] = {}
    for paths, shipped in shipped_lists(all_kabupaten()[code], catalogue()):
        [path] = paths
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        own = [line.partition(";")[2] for line in lines if line.startswith(("kode_kabupaten;", f"{code};"))]
        if len(own) == 1:
            continue
        stored = known(*((REGISTRY, key, name) for key, name in names.items()))
        received = send_to(code, "\n".join(own), shipped.dataset, known=stored if names else None)
        assert [p for p in received.problems if p.rule != "list_removes"] == []
        pd.testing.assert_frame_equal(received.submission.entries, shipped.entries)
        if shipped.dataset == REGISTRY:
            names = dict(zip(shipped.entries["key"], shipped.entries["label"], strict=True))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("dataset", [REGISTRY, RECOGNITIONS])
def test_the_template_is_the_list_as_it_is_and_comes_back_unchanged(send, form, dataset):
    here = all_kabupaten()["35.10"]
    shipped = {s.dataset: s for _, s in shipped_lists(here, catalogue())}
    registry = shipped[REGISTRY].entries
    names = dict(zip(registry["key"], registry["label"], strict=True))
    rows = shipped[dataset].entries.assign(dataset=dataset)
    content = intake.template(
        catalogue().datasets[dataset],
        here,
        period=Period.year(2026),
        rows=rows,
        words=Words(here, catalogue(), {REGISTRY: names}),
        format=form,
    )
    stored = known(*((REGISTRY, key, name) for key, name in names.items()))
    received = send(content, dataset, name=f"daftar.{form}", known=stored)
    assert received.problems == ()
    pd.testing.assert_frame_equal(received.submission.entries, shipped[dataset].entries)


def test_every_list_is_declared_with_its_document_and_version() -> None:
    assert all(v.document and v.version and v.source for v in catalogue().vocabularies.values())
    [guideline] = catalogue().guidelines.values()
    assert sorted(guideline.indicators) == list(range(1, 21))
    assert {n for n, i in guideline.indicators.items() if i.required} == {1, 2, 16, 20}
    assert guideline.indicators[14].weights == {3: 10, 2: 6, 1: 5}
    assert (ROOT / "data" / "catalogue" / "maturity" / f"{guideline.id}.yaml").exists()


def test_deadlines_are_no_birth_dates_and_owners_are_no_persons(send):
    meetings = known(("meetings", "35.10.M001", "Rakor I · 14 Juli 2026"), ("meetings", "51.01.M001", "Rakor lain"))
    header = "rapat;keputusan;penanggung_jawab;tenggat;status_keputusan\n"
    rows = "35.10.M001;Melengkapi laporan;Camat Licin;2026-08-14;Berjalan\n"
    rows += "Rakor I · 14 Juli 2026;Audit;Bidang Kesmas;15/09/2026;belum\n"
    received = send(header + rows, "decisions", known=meetings)
    assert [(e["id"], e["meeting"], e["status"]) for e in entries(received)] == [
        ("35.10.K001", "35.10.M001", "in_progress"),
        ("35.10.K002", "35.10.M001", "not_started"),
    ]
    # A meeting of another kabupaten is none of ours.
    other = send(header + "51.01.M001;Audit;Bidang Kesmas;;belum\n", "decisions", known=meetings)
    assert wrong(other) == [(2, "rapat", "list")]
    named = send(header + "35.10.M001;Audit;Siti Rahma;;belum\n", "decisions", known=meetings)
    assert named.submission is None
    assert "nama orang" in named.problems[0].message


def test_a_meeting_is_named_and_its_days_are_its_own(send):
    header = "nama_rapat;tanggal_rapat;dibahas_dari;dibahas_sampai;dibekukan_per\n"
    rows = "Rakor I;2026-04-14;2026-01-01;2026-03-31;2026-04-13\nRakor II;2026-07-21;2026-01-01;2026-06-30;2026-07-20\n"
    assert [entry["held_on"] for entry in entries(send(header + rows, "meetings"))] == ["2026-04-14", "2026-07-21"]
