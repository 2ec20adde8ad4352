-- What have people of a kabupaten confirmed that a name, a column or a notation written in their files means?
-- Columns and notations mean something within one dataset; the name of an area or a facility means the same in all.
-- An undone submission still says what its names mean; one that was rejected says nothing.
with decided as (
    select
        submission,
        any_value(dataset) as dataset,
        min(recorded_at) as recorded_at
    from submissions_rows
    group by submission
    having bool_or(event in ('publish', 'submit')) and not bool_or(event = 'reject')
),

confirmed as (
    select
        confirmed_names_rows.kind,
        confirmed_names_rows.written,
        confirmed_names_rows.meaning,
        decided.recorded_at,
        case when confirmed_names_rows.kind in ('column', 'notation') then decided.dataset end as dataset
    from confirmed_names_rows
    inner join decided using (submission)
    where confirmed_names_rows.kabupaten = $kabupaten
)

select
    kind,
    written,
    dataset,
    max_by(meaning, recorded_at) as meaning
from confirmed
group by kind, written, dataset
order by kind, written, dataset
