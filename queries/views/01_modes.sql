-- Grain: one row per kabupaten, with the mode it is in now. Every kabupaten starts with sample data.
with switches as (
    select
        kabupaten,
        max_by(mode, recorded_at) as mode
    from submissions_rows
    where event = 'mode'
    group by kabupaten
)

select
    kabupaten.kabupaten,
    coalesce(switches.mode, 'contoh') as mode
from kabupaten
left join switches using (kabupaten)
