"""A version worked out from the one before is, in every table, the version that is loaded as a whole."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import warehouse
from indicators.vocabulary import Mode
from indicators.warehouse import Submission, loaded, snapshot
from indicators.warehouse.loaded import Loaded
from indicators.warehouse.reads import list_views

FileOf = Callable[..., Submission]

FACILITIES = ("51.01.P07", "51.01.P08", "51.01.P01")
MONTHS = ("2024-12", "2025-01", "2025-02")
ELEMENTS = {
    "births": ("live_births", "stillbirths"),
    "nutrition": ("children_measured", "children_stunted"),
    "annual_targets": ("pregnant_women_target", "infants_target"),
}
MODES = {"sample": Mode.SAMPLE, "official": Mode.OFFICIAL}

values = st.dictionaries(
    st.tuples(st.sampled_from(FACILITIES), st.sampled_from(MONTHS)),
    st.tuples(st.integers(0, 9), st.integers(0, 9)),
    min_size=1,
    max_size=4,
)
sent = st.tuples(st.just("publish"), st.sampled_from(sorted(ELEMENTS)), st.sampled_from(sorted(MODES)), values)
reversed_ = st.tuples(st.sampled_from(["undo", "redo", "verify", "reject"]), st.integers(0, 9))
switched = st.tuples(st.sampled_from(["mode", "rule"]), st.booleans())
steps = st.lists(st.one_of(sent, sent, reversed_, switched), min_size=2, max_size=4)


def table(version: Loaded, name: str, *, without_times: bool) -> Counter[tuple[Any, ...]]:
    """All rows, with submissions by their place in the order, since a preview cannot know their ids."""
    cursor = version.cursor()
    columns = cursor.execute(f"describe {name}").fetchall()
    kept = [c for c, kind, *_ in columns if not (without_times and kind == "TIMESTAMP WITH TIME ZONE")]
    told = ", ".join(
        "(select place from submissions as s where s.submission = t.submission)"
        if c == "submission"
        else f"cast({c} as varchar)"
        for c in sorted(kept)
    )
    return Counter(cursor.execute(f"select {told} from {name} as t").fetchall())


def same(one: Loaded, other: Loaded, *, without_times: bool = False) -> None:
    for name, _ in list_views():
        # Who sent and decided what is not known beforehand.
        if not (without_times and name == "submissions"):
            shown, wanted = (table(version, name, without_times=without_times) for version in (one, other))
            assert shown == wanted, name


class Office:
    """Somebody who does one step after the other, and looks at each beforehand."""

    def __init__(self, file_of: FileOf) -> None:
        self._file_of = file_of
        self._sent: list[str] = []

    def previewed(self, step: tuple[Any, ...]) -> warehouse.Snapshot | None:
        """What is shown before a step; None for one that has no preview."""
        now = warehouse.current()
        match step:
            case "publish", *_:
                return now.with_pending(self._file(step))
            case ("undo" | "redo" | "verify") as event, which:
                before = {"undo": now.with_undone, "redo": now.with_redone, "verify": now.with_verified}
                return before[event](self._sent[which % len(self._sent)])
            case "mode", official:
                return now.with_mode("51.01", (Mode.OFFICIAL if official else Mode.SAMPLE).value)
        return None

    def does(self, step: tuple[Any, ...]) -> None:
        """Raises RefusedError, StaleError."""
        match step:
            case "publish", *_:
                self._sent.append(warehouse.publish(self._file(step)).submission)
            case ("undo" | "redo" | "verify" | "reject") as event, which:
                action: Callable[..., Any] = getattr(warehouse, event)
                action(self._sent[which % len(self._sent)], by="budi", reason="salah")
            case "mode", official:
                warehouse.switch_mode("51.01", Mode.OFFICIAL if official else Mode.SAMPLE, by="ana")
            case "rule", required:
                warehouse.set_two_person_rule("51.01", required, by="ana", reason="uji")

    def _file(self, step: tuple[Any, ...]) -> Submission:
        _, dataset, mode, rows = step
        annual = dataset == "annual_targets"
        said = {
            (facility, month[:4] if annual else month): dict(zip(ELEMENTS[dataset], counts, strict=True))
            for (facility, month), counts in rows.items()
        }
        return self._file_of(dataset, said, mode=MODES[mode])


@settings(max_examples=6, deadline=None)
@given(steps=steps)
def test_after_every_step_each_table_is_what_loading_gives_and_what_the_preview_showed(
    steps: list[tuple[Any, ...]], request: pytest.FixtureRequest
) -> None:
    file_of: FileOf = request.getfixturevalue("file_of")
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("KPI_WAREHOUSE", folder)
        office = Office(file_of)
        office.does(("publish", "births", "sample", {(FACILITIES[0], MONTHS[0]): (20, 1)}))
        for step in steps:
            waits = warehouse.current().read("kabupaten_state", kabupaten="51.01")["two_persons"].item()
            preview = office.previewed(step)
            try:
                office.does(step)
            except warehouse.StaleError:
                continue
            now = warehouse.current()
            same(now._loaded, loaded.load(now.version))
            if preview is not None and not (waits and step[0] == "publish"):
                same(preview._loaded, now._loaded, without_times=True)
        snapshot._held.pop(folder)
