-- Which units and periods does one submission of a kabupaten speak for, and which submission speaks for them now?
with asked as (
    select
        kabupaten,
        dataset,
        unnest(scope, recursive := true) -- noqa: AL03
    from submissions
    where submission = $submission and kabupaten = $kabupaten
)

select
    asked.unit,
    asked.period_start,
    asked.period_end,
    scopes.submission as counts_now
from asked
left join scopes using (kabupaten, dataset, unit, period_start, period_end)
order by asked.unit, asked.period_start, asked.period_end
