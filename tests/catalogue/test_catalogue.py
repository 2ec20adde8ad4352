"""The shipped catalogue is complete and consistent, and a faulty one is refused with the file's name."""

from __future__ import annotations

import re
import shutil
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml

from indicators.catalogue import (
    CATALOGUE_FOLDER,
    ROOT,
    CatalogueError,
    Dataset,
    Element,
    Indicator,
    Portal,
    Target,
    Term,
    load_catalogue,
)
from indicators.vocabulary import Dimension, Direction, Interval, Kind, Level, Measure
from tests.abbreviations import unexplained

CATALOGUE = load_catalogue()
INDICATORS = list(CATALOGUE.indicators.values())
ELEMENTS = list(CATALOGUE.elements.values())
DATASETS = list(CATALOGUE.datasets.values())
TARGETS = [(i.id, year, t) for i in INDICATORS for year, t in i.targets.items()]

each_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.id)
each_element = pytest.mark.parametrize("element", ELEMENTS, ids=lambda e: e.id)
each_dataset = pytest.mark.parametrize("dataset", DATASETS, ids=lambda d: d.id)
each_target = pytest.mark.parametrize(("indicator", "year", "target"), TARGETS, ids=[f"{i}-{y}" for i, y, _ in TARGETS])

# Columns that say which unit and period a row is about; see data/README.md.
UNIT_COLUMNS = {"kode_puskesmas", "puskesmas", "kecamatan", "tahun", "bulan"}


def normalised(header: str) -> str:
    """A header as a careless export writes it and as the catalogue writes it become the same text."""
    return re.sub(r"[^a-z0-9]+", "_", header.lower()).strip("_")


def is_derived(indicator: Indicator) -> bool:
    """Whether it is computed from the reports themselves, which nobody counts."""
    return any(CATALOGUE.elements[e].derived for e in (*indicator.numerator, *indicator.denominator))


# Indicators


def test_the_topics_hold_the_promised_indicators_in_order() -> None:
    promised = {
        "mortality": ["aki", "akb", "akn", "akaba", "stillbirth_rate"],
        "maternal_care": ["k1", "k4", "k6", "pf"],
        "child_care": ["kn1", "kn_lengkap", "immunisation"],
        "stunting": [
            "stunting_eppgbm",
            "stunting_survey",
            "weighing",
            "measuring",
            "new_stunting",
            "wasting",
            "underweight",
            "bblr",
        ],
        "innovation": ["innovations_iga"],
        "reporting": ["report_completeness", "report_timeliness"],
    }
    held = {topic: [i.id for i in CATALOGUE.indicators_of(topic)] for topic in CATALOGUE.topics}
    assert {topic: [i for i in held.get(topic, []) if i in ids] for topic, ids in promised.items()} == promised


def test_the_summary_shows_mortality_then_stunting_both_ways_then_innovations() -> None:
    assert [i.id for i in CATALOGUE.headline_indicators()][:5] == [
        "aki",
        "akb",
        "stunting_eppgbm",
        "stunting_survey",
        "innovations_iga",
    ]


@each_indicator
def test_an_indicator_says_what_it_is_why_it_matters_and_who_supplies_it(indicator: Indicator) -> None:
    for text in (indicator.definition, indicator.why_it_matters, indicator.supplied_by):
        assert text.endswith("."), text
    assert indicator.unit
    assert indicator.source
    assert indicator.numerator_label


@each_indicator
def test_who_supplies_an_indicator_names_every_dataset_it_needs(indicator: Indicator) -> None:
    if is_derived(indicator):
        assert "tidak ada yang perlu mengirimnya" in indicator.supplied_by
        return
    needed = {CATALOGUE.dataset_of(e).label for e in (*indicator.numerator, *indicator.denominator)}
    needed = needed or {CATALOGUE.datasets["published_values"].label}
    assert {label for label in needed if label not in indicator.supplied_by} == set()


def test_these_indicators_still_lack_a_definition_that_can_be_cited() -> None:
    common_formula = "rumus umum (belum dikutip)"
    none_found = "belum ada definisi yang dapat dikutip"
    assert {i.id: i.definition_note for i in INDICATORS if not i.definition_source} == {
        "k1": common_formula,
        "k4": common_formula,
        "pf": common_formula,
        "weighing": common_formula,
        "stillbirth_rate": none_found,
        "live_births": none_found,
        "measuring": none_found,
        "new_stunting": none_found,
        "wasting": none_found,
        "underweight": none_found,
        "bblr": none_found,
        "innovations_iga": "usulan dasbor ini; belum ada definisi tertulis yang dapat dikutip",
        "report_completeness": "usulan dasbor ini; belum ada definisi tertulis yang dapat dikutip",
        "report_timeliness": "usulan dasbor ini; belum ada definisi tertulis yang dapat dikutip",
    }


@each_indicator
def test_a_cited_definition_has_an_address_and_no_mark(indicator: Indicator) -> None:
    if indicator.definition_source:
        assert "https://" in indicator.definition_source
        assert indicator.definition_note == ""


@each_indicator
def test_numerator_and_denominator_agree_with_their_labels_and_interval(indicator: Indicator) -> None:
    if indicator.denominator:
        assert indicator.numerator
        assert indicator.denominator_label
        # Of all reports that are expected, a share has no sampling error.
        sampled = {Interval.POISSON, Interval.PROPORTION}
        assert indicator.interval in ({Interval.NONE} if is_derived(indicator) else sampled)
    else:
        assert indicator.interval is Interval.NONE
    if indicator.interval is Interval.PROPORTION:
        assert (indicator.multiplier, indicator.unit) == (100, "persen")
    if indicator.interval is Interval.POISSON:
        assert indicator.unit.startswith(f"per {indicator.multiplier:,} ".replace(",", "."))


@each_indicator
def test_every_element_of_an_indicator_is_a_whole_and_never_a_part(indicator: Indicator) -> None:
    used = [CATALOGUE.elements[e] for e in (*indicator.numerator, *indicator.denominator)]
    assert [e.id for e in used if e.part_of] == []


def test_under_five_mortality_adds_neonatal_infant_and_child_age_bands() -> None:
    akn, akb, akaba = (set(CATALOGUE.indicators[i].numerator) for i in ("akn", "akb", "akaba"))
    assert akn == {"deaths_0_6_days", "deaths_7_28_days"}
    assert akb - akn == {"deaths_29_days_11_months"}
    assert akaba - akb == {"deaths_12_59_months"}


def test_routine_stunting_divides_by_children_measured_and_the_survey_is_published_only() -> None:
    routine, survey = CATALOGUE.indicators["stunting_eppgbm"], CATALOGUE.indicators["stunting_survey"]
    assert (routine.measure, routine.denominator) == (Measure.ROUTINE, ("children_measured",))
    assert (survey.measure, survey.numerator, survey.denominator) == (Measure.SURVEY, (), ())
    assert survey.lowest_level is Level.KABUPATEN


# Targets


def test_the_catalogue_holds_exactly_the_verified_national_targets() -> None:
    assert {(i, year, t.sign, t.value, t.document, t.measure) for i, year, t in TARGETS} == {
        ("aki", 2024, "", 183, "RPJMN 2020-2024", Measure.CENSUS),
        ("aki", 2029, "", 77, "RPJMN 2025-2029", Measure.CENSUS),
        ("aki", 2030, "<", 70, "SDG 3.1", Measure.CENSUS),
        ("aki", 2045, "", 16, "RPJPN 2025-2045", Measure.CENSUS),
        ("akb", 2024, "", 16, "RPJMN 2020-2024", Measure.CENSUS),
        ("akn", 2030, "", 12, "SDG 3.2", Measure.CENSUS),
        ("akaba", 2030, "", 25, "SDG 3.2", Measure.CENSUS),
        ("immunisation", 2024, "", 90, "RPJMN 2020-2024", Measure.SURVEY),
        ("stunting_survey", 2024, "", 14, "RPJMN 2020-2024", Measure.SURVEY),
        ("stunting_survey", 2025, "", 18.8, "RPJMN 2025-2029", Measure.SURVEY),
        ("stunting_survey", 2029, "", 14.2, "RPJMN 2025-2029", Measure.SURVEY),
        ("wasting", 2024, "", 7, "RPJMN 2020-2024", Measure.SURVEY),
        *(
            (i.id, year, "", 100, "SPM bidang kesehatan (Permenkes 4/2019 dan Permenkes 6/2024)", Measure.ROUTINE)
            for i in CATALOGUE.indicators_of("minimum_service")
            for year in range(2022, 2031)
        ),
    }


def test_the_twelve_minimum_services_stand_in_the_order_of_their_list_over_the_target_set_for_spm() -> None:
    services = CATALOGUE.indicators_of("minimum_service")
    assert [s.label.removeprefix("Pelayanan kesehatan ") for s in services] == [
        "ibu hamil",
        "ibu bersalin",
        "bayi baru lahir",
        "balita",
        "pada usia pendidikan dasar",
        "pada usia produktif",
        "pada usia lanjut",
        "penderita hipertensi",
        "penderita diabetes melitus",
        "orang dengan gangguan jiwa (ODGJ) berat",
        "orang terduga tuberkulosis",
        "orang dengan risiko terinfeksi HIV",
    ]
    for service in services:
        [denominator] = service.denominator
        assert CATALOGUE.elements[denominator].target_set == "spm"
        assert "sasaran SPM" in service.denominator_label
        assert all(CATALOGUE.elements[e].target_set == "pusdatin" for e in service.beside)
    assert sum(bool(s.beside) for s in services) == 7


def test_weighing_data_has_no_stunting_target() -> None:
    assert CATALOGUE.indicators["stunting_eppgbm"].targets == {}


@each_target
def test_a_target_has_a_document_a_source_and_a_measure(indicator: str, year: int, target: Target) -> None:
    assert target.document
    assert target.source.startswith("https://")
    assert target.measure is not None


@each_target
def test_a_target_that_cannot_judge_its_own_indicator_says_so(indicator: str, year: int, target: Target) -> None:
    if target.measure is Measure.SURVEY and CATALOGUE.indicators[indicator].measure is Measure.ROUTINE:
        assert "tidak dinilai" in target.note


def test_the_conflicting_stunting_target_of_2025_is_told() -> None:
    note = CATALOGUE.indicators["stunting_survey"].targets[2025].note
    assert "18 persen" in note
    assert "18,8 persen" in note


def test_an_area_target_names_an_indicator_a_document_and_a_source() -> None:
    paths = sorted((ROOT / "data" / "areas").glob("*/targets.yaml"))
    assert "35.10" in {path.parent.name for path in paths}
    for path in paths:
        for indicator, years in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            assert indicator in CATALOGUE.indicators, path
            for fields in years.values():
                target = Target(**fields)
                assert target.document, path
                assert target.source, path


def test_banyuwangi_aims_at_fifty_health_innovations_in_2025_as_quoted_from_the_news() -> None:
    path = ROOT / "data" / "areas" / "35.10" / "targets.yaml"
    target = Target(**yaml.safe_load(path.read_text(encoding="utf-8"))["innovations_iga"][2025])
    assert (target.value, target.quoted) == (50, True)
    assert "TIMES Indonesia" in target.source
    assert CATALOGUE.indicators["innovations_iga"].direction is Direction.HIGHER_IS_BETTER


# Elements


def test_deaths_are_counted_by_the_promised_ages_causes_and_places() -> None:
    mothers = ("maternal_deaths",)
    infants = CATALOGUE.indicators["akb"].numerator
    assert list(CATALOGUE.parts(mothers, Dimension.CAUSE)) == [
        "Perdarahan",
        "Hipertensi dalam kehamilan",
        "Infeksi",
        "Abortus",
        "Partus lama",
        "Gangguan metabolik atau jantung",
        "Lain-lain",
    ]
    assert list(CATALOGUE.parts(infants, Dimension.CAUSE)) == [
        "BBLR atau prematur",
        "Asfiksia",
        "Tetanus neonatorum",
        "Kelainan bawaan",
        "Infeksi",
        "Lain-lain",
    ]
    assert list(CATALOGUE.parts(mothers, Dimension.PLACE)) == [
        "RS pemerintah",
        "RS swasta",
        "Puskesmas atau fasilitas lain",
        "Rumah",
        "Perjalanan",
        "Tempat lain",
    ]
    for age in CATALOGUE.indicators["akaba"].numerator:
        assert len(CATALOGUE.parts((age,), Dimension.SEX)) == 2


def _splits() -> dict[tuple[frozenset[str], Dimension], list[str]]:
    found: dict[tuple[frozenset[str], Dimension], list[str]] = defaultdict(list)
    for element in ELEMENTS:
        if element.dimension is not None:
            found[frozenset(element.part_of), element.dimension].append(element.id)
    return dict(found)


@pytest.mark.parametrize(
    ("whole", "dimension"), list(_splits()), ids=["+".join(sorted(w)) + f"-{d}" for w, d in _splits()]
)
def test_a_split_has_one_residual_unless_it_is_by_sex_or_age_and_travels_with_its_whole(
    whole: frozenset[str], dimension: Dimension
) -> None:
    parts = [CATALOGUE.elements[id_] for id_ in _splits()[whole, dimension]]
    residuals = [e.id for e in parts if e.residual]
    assert len(residuals) == (0 if dimension in (Dimension.SEX, Dimension.AGE) else 1)
    if dimension is Dimension.SEX:
        assert len(parts) == 2
    together = [*parts, *(CATALOGUE.elements[id_] for id_ in whole)]
    assert len({CATALOGUE.dataset_of(e.id).id for e in together}) == 1
    assert len({(e.kind, e.counted_by, e.period) for e in together}) == 1
    assert not any(CATALOGUE.elements[id_].part_of for id_ in whole)


@pytest.mark.parametrize(
    "element", [CATALOGUE.elements[e] for d in CATALOGUE.expected_datasets() for e in d.elements], ids=lambda e: e.id
)
def test_causes_places_and_sexes_of_deaths_and_small_diseases_are_sensitive(element: Element) -> None:
    deaths = "death" in element.id or element.id.startswith("stillbirths")
    small = element.id.startswith(("severe_mental_disorders", "tb_suspects", "hiv_risk"))
    assert element.sensitive == (small or (deaths and element.dimension is not None))


@each_element
def test_a_residual_is_a_part(element: Element) -> None:
    assert not element.residual or element.part_of


@each_element
def test_a_part_cannot_exceed_what_its_whole_may_hold(element: Element) -> None:
    if element.part_of:
        assert element.maximum <= sum(CATALOGUE.elements[id_].maximum for id_ in element.part_of)


@each_element
def test_annual_targets_and_only_they_are_counted_once_a_year(element: Element) -> None:
    assert (element.kind is Kind.ANNUAL_TARGET) == (element.period == "year")


# Datasets


@each_dataset
def test_headers_and_aliases_of_a_dataset_are_unique_after_normalising(dataset: Dataset) -> None:
    headers = Counter(
        normalised(header)
        for id_ in dataset.elements
        for header in {
            CATALOGUE.elements[id_].column,
            *CATALOGUE.elements[id_].aliases,
        }
    )
    assert [header for header, times in headers.items() if times > 1] == []
    assert UNIT_COLUMNS & headers.keys() == set()


@each_element
def test_a_column_is_written_in_its_normalised_form(element: Element) -> None:
    for header in (element.column, *element.aliases):
        assert header == normalised(header)


@each_dataset
def test_labels_of_a_dataset_are_unique(dataset: Dataset) -> None:
    labels = Counter(CATALOGUE.elements[id_].label for id_ in dataset.elements)
    assert [label for label, times in labels.items() if times > 1] == []


@each_dataset
def test_a_dataset_rule_speaks_of_its_own_elements(dataset: Dataset) -> None:
    assert set(dataset.required) <= set(dataset.elements)
    assert {id_ for pair in dataset.at_most for id_ in pair} <= set(dataset.elements)
    assert {c.element for c in dataset.catch_all} <= set(dataset.elements)
    assert {CATALOGUE.elements[id_].period for id_ in dataset.elements} <= {dataset.period}


@each_dataset
def test_unmapped_columns_are_added_to_a_residual_whose_siblings_share_the_prefix(dataset: Dataset) -> None:
    for rule in dataset.catch_all:
        residual = CATALOGUE.elements[rule.element]
        assert residual.residual
        assert residual.dimension is not None
        groups = CATALOGUE.parts(residual.part_of, residual.dimension).values()
        assert [e.id for group in groups for e in group if not e.column.startswith(rule.prefix)] == []


def test_causes_of_deaths_at_one_to_four_years_are_never_added_to_the_causes_of_infant_deaths() -> None:
    (rule,) = CATALOGUE.datasets["child_deaths"].catch_all
    assert rule.element in {
        e.id
        for group in CATALOGUE.parts(CATALOGUE.indicators["akb"].numerator, Dimension.CAUSE).values()
        for e in group
    }
    assert "Sebab_Balita_Tenggelam".lower().startswith(rule.except_prefixes)


def test_every_whole_that_indicators_use_is_required_or_optional_by_choice() -> None:
    used = {e for i in INDICATORS if not is_derived(i) for e in (*i.numerator, *i.denominator)}
    required = {e for d in DATASETS for e in d.required}
    assert used - required == {
        "newborns_weighed",
        "low_birth_weight",
        "children_wasted",
        "children_underweight",
        "new_stunting_cases",
    }


# Glossary


def test_glossary_terms_are_unique() -> None:
    terms = Counter(term.term.casefold() for term in CATALOGUE.glossary)
    assert [term for term, times in terms.items() if times > 1] == []


@pytest.mark.parametrize("term", CATALOGUE.glossary, ids=lambda t: t.term)
def test_a_term_is_explained_in_full_sentences(term: Term) -> None:
    assert term.long
    assert term.explanation.endswith(".")


def _shown_texts() -> dict[str, str]:
    """Every text of the catalogue that users read, by where it stands; citations are left out."""
    texts = {f"topic {t.id}": t.label for t in CATALOGUE.topics.values()}
    for i in INDICATORS:
        targets = " ".join(f"{t.document} {t.note}" for t in i.targets.values())
        texts[f"indicator {i.id}"] = " ".join(
            (
                i.short,
                i.label,
                i.unit,
                i.definition,
                i.numerator_label,
                i.denominator_label,
                i.why_it_matters,
                i.source,
                i.supplied_by,
                targets,
            )
        )
    texts |= {f"element {e.id}": e.label for e in ELEMENTS}
    texts |= {f"programme {p.id}": f"{p.name} {p.summary}" for p in CATALOGUE.programmes.values()}
    texts |= {f"dataset {d.id}": f"{d.label} {d.description} {d.supplied_by}" for d in DATASETS}
    return texts


@pytest.mark.parametrize("where", list(_shown_texts()))
def test_every_abbreviation_that_the_catalogue_shows_is_in_the_glossary(where: str) -> None:
    assert unexplained(_shown_texts()[where]) == set()


def test_the_glossary_holds_the_abbreviations_of_other_pages() -> None:
    known = {t.term for t in CATALOGUE.glossary}
    promised = {
        "SSGBI",
        "Riskesdas",
        "LF SP2020",
        "SUPAS",
        "IID",
        "ANC",
        "SPM",
        "UU PDP",
        "NIK",
        "n",
        "IK 95 %",
    }
    assert promised - known == set()


# Faulty catalogues


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CATALOGUE_FOLDER, tmp_path / "catalogue"))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("topics/mortality.yaml", "    short: AKI\n", "    shrot: AKI\n", "shrot"),
        ("topics/mortality.yaml", "interval: poisson", "interval: normal", "interval"),
        ("topics/mortality.yaml", "[maternal_deaths]", "[mothers_lost]", "mothers_lost"),
        ("topics/stunting.yaml", "topic: {", "subject: {", "topic"),
        ("topics/stunting.yaml", "\n  weighing:", "\n  aki:", "aki"),
        ("topics/stunting.yaml", "\n  weighing:", "\n  bblr:", "bblr"),
        ("elements.yaml", "kind: flow", "kind: flux", "kind"),
        ("elements.yaml", "  derived: sent\n", "  derived: lost\n", "derived"),
        ("elements.yaml", "  derived: sent\n", "  derived: sent\n  column: laporan\n", "derived alone"),
        ("elements.yaml", "  column: lahir_hidup\n", "", "column and maximum"),
        ("datasets/births.yaml", "elements: [", "elements: [reports_sent, ", "reports_sent"),
        ("elements.yaml", "part_of: [live_births]", "part_of: [births]", "births"),
        ("elements.yaml", "  dimension: sex\n", "", "live_births_male"),
        ("datasets/nutrition.yaml", "required: [", "required: [unheard_of, ", "unheard_of"),
        ("settings.yaml", "confidence: 0.95", "confidence: 95", "confidence"),
        ("glossary.yaml", "- term: AKI\n", "- trem: AKI\n", "trem"),
        ("glossary.yaml", "- term: AKI\n", "- term: [\n", "glossary.yaml"),
    ],
)
def test_a_fault_is_refused_with_the_name_of_its_file(folder: Path, file: str, old: str, new: str, fault: str) -> None:
    _replace(folder / file, old, new)
    with pytest.raises(CatalogueError) as refused:
        load_catalogue(folder)
    assert Path(file).name in str(refused.value)
    assert fault in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [("elements: [children_target, ", "elements: ["), ("elements: [", "elements: [live_births, ")],
    ids=["in no dataset", "in two datasets"],
)
def test_an_element_belongs_to_exactly_one_dataset(folder: Path, old: str, new: str) -> None:
    _replace(folder / "datasets" / "nutrition.yaml", old, new)
    with pytest.raises(CatalogueError, match=r"datasets: .*(children_target|live_births)"):
        load_catalogue(folder)


def test_a_missing_file_is_refused_by_name(folder: Path) -> None:
    (folder / "settings.yaml").unlink()
    with pytest.raises(CatalogueError, match=r"settings\.yaml"):
        load_catalogue(folder)


def test_a_sum_of_age_bands_splits_by_age_into_its_bands_and_by_sex_over_all_of_them() -> None:
    infants = CATALOGUE.indicators["akb"].numerator
    assert [group[0].id for group in CATALOGUE.parts(infants, Dimension.AGE).values()] == list(infants)
    by_sex = CATALOGUE.parts(infants, Dimension.SEX)
    assert {name: len(group) for name, group in by_sex.items()} == {"Laki-laki": 3, "Perempuan": 3}


def test_causes_of_infant_deaths_are_no_parts_of_under_five_deaths() -> None:
    assert CATALOGUE.parts(CATALOGUE.indicators["akaba"].numerator, Dimension.CAUSE) == {}


def test_one_counted_element_splits_by_age_into_its_age_groups() -> None:
    assert {
        name: [e.id for e in group] for name, group in CATALOGUE.parts(("children_stunted",), Dimension.AGE).items()
    } == {
        "0-23 bulan": ["children_stunted_0_23_months"],
        "24-59 bulan": ["children_stunted_24_59_months"],
    }


def _with_portal(folder: Path, **entry: object) -> Path:
    """A copy of the catalogue in which the portal has one entry of this kind."""
    shutil.copytree(CATALOGUE_FOLDER, folder, dirs_exist_ok=True)
    path = folder / "open_data" / "banyuwangi.yaml"
    portal = yaml.safe_load(path.read_text(encoding="utf-8"))
    portal["entries"] = {"one": portal["entries"]["maternal_deaths"] | entry}
    path.write_text(yaml.safe_dump(portal), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"indicator": "akx"}, "unknown indicator: akx"),
        ({"indicator": "live_births"}, "live_births is a count"),
        ({"titles": ["Jumlah Balita Mati"]}, "written twice"),
        ({"page": "satudata"}, "page"),
    ],
)
def test_an_entry_of_a_portal_that_cannot_be_right_is_refused(
    entry: dict[str, object], fault: str, tmp_path: Path
) -> None:
    with pytest.raises(CatalogueError, match=fault):
        load_catalogue(_with_portal(tmp_path, **entry))


@pytest.mark.parametrize("portal", CATALOGUE.portals.values(), ids=lambda p: p.id)
def test_every_page_of_a_portal_is_on_its_own_site(portal: Portal) -> None:
    assert [e.page for e in portal.entries.values() if not e.page.startswith(f"{portal.address}/")] == []
