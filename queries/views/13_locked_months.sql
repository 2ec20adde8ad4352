-- Grain: one row per kabupaten and month that is locked now, with the event that locked it.
with covered as (
    select
        kabupaten,
        submission as lock,
        event,
        recorded_at,
        recorded_by,
        reason,
        -- It becomes three columns, unit, period_start and period_end, so it can have no name of its own.
        unnest(scope, recursive := true) -- noqa: AL03
    from submissions_rows
    where event in ('lock', 'reopen')
),

months as (
    select
        kabupaten,
        lock,
        event,
        recorded_at,
        recorded_by,
        reason,
        cast(unnest(generate_series(period_start, period_end, interval 1 month)) as date) as month
    from covered
)

select
    kabupaten,
    month,
    max_by(lock, recorded_at) as lock,
    max(recorded_at) as locked_at,
    max_by(recorded_by, recorded_at) as locked_by,
    max_by(reason, recorded_at) as reason
from months
group by kabupaten, month
having max_by(event, recorded_at) = 'lock'
