-- Grain: one row per facility and month that should have reported: from the first month with data to the newest.
-- What nobody is expected to send (a programme's counts) makes no month expected.
with span as (
    select
        observations.kabupaten,
        min(observations.period_start) as first_month,
        max(date_trunc('month', observations.period_end)) as last_month
    from observations
    left join datasets using (dataset)
    where
        datediff('month', observations.period_start, observations.period_end) = 0
        and not coalesce(datasets.voluntary, false)
    group by observations.kabupaten
),

months as (
    select
        kabupaten,
        cast(unnest(generate_series(first_month, last_month, interval 1 month)) as date) as month
    from span
)

select
    facilities.facility,
    facilities.kecamatan,
    facilities.kabupaten,
    months.month
from facilities
inner join months using (kabupaten)
where
    coalesce(facilities.valid_from, date '0001-01-01') <= months.month
    and coalesce(facilities.valid_to, date '9999-12-31') >= months.month
