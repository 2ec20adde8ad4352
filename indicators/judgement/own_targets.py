"""The targets that staff entered, laid over those that a kabupaten's folder ships."""

from __future__ import annotations

from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Target
from indicators.vocabulary import Measure, Mode
from indicators.warehouse import Snapshot, list_words
from indicators.wording import innovations as say

# The indicator that counts innovations sent to IGA, whose yearly targets are kept as a list.
COUNT = "innovations_iga"
TARGETS = "innovation_targets"


def with_targets(snapshot: Snapshot, kabupaten: str) -> Kabupaten:
    """The kabupaten with the targets that count now; one that staff entered stands before a shipped one of its year."""
    return snapshot.keep(("with targets", kabupaten), lambda: _with_targets(snapshot, kabupaten))


def _with_targets(snapshot: Snapshot, kabupaten: str) -> Kabupaten:
    here = all_kabupaten()[kabupaten]
    entered: dict[int, Target] = {}
    for row in snapshot.rows("list_entries", kabupaten=kabupaten):
        if row.dataset != TARGETS:
            continue
        fields = list_words.from_json(row.fields)
        document = fields["document"]
        entered[fields["year"]] = Target(
            value=fields["least"],
            document=say.practice_target(document) if row.mode == Mode.SAMPLE else document,
            source=fields.get("source", ""),
            measure=Measure.ROUTINE,
            note=fields.get("note", ""),
        )
    if not entered:
        return here
    return here.replaced(targets=here.targets | {COUNT: here.targets.get(COUNT, {}) | entered})
