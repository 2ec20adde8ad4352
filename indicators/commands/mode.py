"""`mode`: show or switch which data of a kabupaten are visible, sample or official."""

from __future__ import annotations

import shlex
from argparse import Namespace

import pandas as pd

from indicators import warehouse
from indicators.access import Account
from indicators.areas import Kabupaten
from indicators.commands import given, identity, output
from indicators.commands.refusal import Misused
from indicators.intake import personal_data_in
from indicators.judgement.values import state_of
from indicators.vocabulary import Mode
from indicators.warehouse import Snapshot
from indicators.wording import commands as say
from indicators.wording import numbers


def run(asked: Namespace) -> None:
    """Raises Refused, Misused."""
    here = given.kabupaten(asked.kabupaten)
    warehouse.ensure_filled()
    snapshot = warehouse.current()
    now = state_of(snapshot, kabupaten=here.code).mode
    if asked.mode is None:
        sent = snapshot.read("submission_history", kabupaten=here.code)
        output.write(say.MODE_NOW.format(**_names(here), mode=now, **_counted(sent[sent["visible"]])))
    elif now == asked.mode:
        output.write(say.MODE_SAME.format(**_names(here), mode=now))
    else:
        if refused := personal_data_in(asked.reason):
            raise Misused(refused)
        person = identity.acting(asked.acting_as)
        identity.require(person, "administer", here.code)
        _switch(snapshot, here, now, Mode(asked.mode), person, asked)


def _switch(snapshot: Snapshot, here: Kabupaten, before: Mode, after: Mode, person: Account, asked: Namespace) -> None:
    effect = snapshot.read("mode_effect", kabupaten=here.code, mode=str(after))
    now, then = effect["visible"], effect["would_be_visible"]
    output.write(
        say.MODE_PREVIEW.format(**_names(here), before=before, after=after),
        say.MODE_APPEARS.format(**_counted(effect[then & ~now])),
        say.MODE_DISAPPEARS.format(**_counted(effect[now & ~then])),
        say.MODE_STAYS.format(**_counted(effect[now & then])),
    )
    if effect[then]["first_month"].isna().all():
        output.write(say.MODE_EMPTY.format(mode=after))
    output.confirm(say.MODE_ASK, agreed=asked.yes)
    receipt = warehouse.switch_mode(here.code, after, by=person.display_name, account=person.name, reason=asked.reason)
    undo = shlex.join([*say.PROGRAM.split(), "mode", here.code, before, "--as", person.name])
    output.write(say.MODE_DONE.format(name=here.name, mode=after, version=receipt.version, undo=undo))


def _names(here: Kabupaten) -> dict[str, str]:
    return {"name": here.name, "code": here.code}


def _counted(submissions: pd.DataFrame) -> dict[str, str]:
    return {
        "submissions": numbers.number(len(submissions)),
        "rows": numbers.number(int(submissions["rows"].sum())),
    }
