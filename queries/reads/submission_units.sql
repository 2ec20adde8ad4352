-- For which units does each submission of a kabupaten speak?
with spoken_for as (
    select
        submission,
        unnest(scope, recursive := true) -- noqa: AL03
    from submissions
    where kabupaten = $kabupaten
)

select distinct
    submission,
    unit
from spoken_for
order by submission, unit
