"""Intake: read -> match -> check -> preview -> publish. Problems are values, all at once, in staff words.

`template()` writes the file, `receive()` takes it back, `changes()` and `kpi_effects()` show what
publishing it would do, `accept()` puts a person's reasons for passing warnings into the submission, and that goes
to `warehouse.publish()`.
"""

from indicators.intake.accept import FOR_ALL, accept, warnings_of
from indicators.intake.annotated import annotated
from indicators.intake.area_lists import Difference, ListOf, ReceivedList, list_file, receive_list
from indicators.intake.boundaries import Boundaries, ReceivedBoundaries, receive_boundaries
from indicators.intake.check import compared_with
from indicators.intake.days import date_in
from indicators.intake.entry import entry_file
from indicators.intake.known import known_answers, known_values, stored_words
from indicators.intake.list_changes import differing, entries_of, list_changes
from indicators.intake.list_edit import edited_list
from indicators.intake.personal_text import personal_data_in
from indicators.intake.preview import Changes, changes, kpi_effects, touched_indicators, touched_years
from indicators.intake.questions import Answered, Question
from indicators.intake.read import MAX_MEGABYTES, MAX_ROWS
from indicators.intake.receive import Received, Understood, receivable, receive
from indicators.intake.several import overlapping, together
from indicators.intake.template import Format, file_name, template

__all__ = [
    "FOR_ALL",
    "MAX_MEGABYTES",
    "MAX_ROWS",
    "Answered",
    "Boundaries",
    "Changes",
    "Difference",
    "Format",
    "ListOf",
    "Question",
    "Received",
    "ReceivedBoundaries",
    "ReceivedList",
    "Understood",
    "accept",
    "annotated",
    "changes",
    "compared_with",
    "date_in",
    "differing",
    "edited_list",
    "entries_of",
    "entry_file",
    "file_name",
    "known_answers",
    "known_values",
    "kpi_effects",
    "list_changes",
    "list_file",
    "overlapping",
    "personal_data_in",
    "receivable",
    "receive",
    "receive_boundaries",
    "receive_list",
    "stored_words",
    "template",
    "together",
    "touched_indicators",
    "touched_years",
    "warnings_of",
]
