-- Grain: one row per entry of a list that counts now: the newest visible list of each kabupaten and dataset.
select
    list_rows.submission,
    list_rows.kabupaten,
    list_rows.dataset,
    list_rows.key,
    list_rows.label,
    list_rows.place,
    list_rows.fields,
    submissions.mode
from list_rows
inner join scopes
    on
        list_rows.submission = scopes.submission
        and list_rows.dataset = scopes.dataset
        and list_rows.kabupaten = scopes.kabupaten
inner join submissions on list_rows.submission = submissions.submission
