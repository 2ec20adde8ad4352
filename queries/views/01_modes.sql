-- Grain: one row per kabupaten, with the mode it is in now and whether a second person verifies what is sent.
-- Every kabupaten starts with sample data, and one person is enough.
with switches as (
    select
        kabupaten,
        max_by(mode, recorded_at) filter (where event = 'mode') as mode,
        max_by(two_persons, recorded_at) filter (where event = 'rule') as two_persons
    from submissions_rows
    where event in ('mode', 'rule')
    group by kabupaten
)

select
    kabupaten.kabupaten,
    coalesce(switches.mode, 'contoh') as mode,
    coalesce(switches.two_persons, false) as two_persons
from kabupaten
left join switches using (kabupaten)
