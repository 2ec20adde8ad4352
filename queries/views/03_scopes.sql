-- Grain: one row per dataset, unit and period, with the submission that speaks for it: the newest visible one.
with spoken_for as (
    select
        dataset,
        submission,
        place,
        unnest(scope, recursive := true)
    from submissions
    where visible
)

select
    dataset,
    unit,
    period_start,
    period_end,
    max_by(submission, place) as submission,
    count(*) as candidates
from spoken_for
group by dataset, unit, period_start, period_end
