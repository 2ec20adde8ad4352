-- Grain: one row per kabupaten, dataset, unit and period, with the submission that speaks for it: the newest visible one.
-- first_published_at: when a submission that is still visible first spoke for it; a correction does not make it later.
-- The kabupaten is part of the key: the nation's figures are units of every kabupaten's published values.
with spoken_for as (
    select
        kabupaten,
        dataset,
        submission,
        place,
        published_at,
        -- It becomes three columns, unit, period_start and period_end, so it can have no name of its own.
        unnest(scope, recursive := true) -- noqa: AL03
    from submissions
    where visible
)

select
    kabupaten,
    dataset,
    unit,
    period_start,
    period_end,
    max_by(submission, place) as submission,
    min(published_at) as first_published_at,
    count(*) as candidates
from spoken_for
group by kabupaten, dataset, unit, period_start, period_end
