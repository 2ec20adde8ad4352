-- Grain: one row per facility and month that should have reported: from the first month with data to the newest.
with span as (
    select
        kabupaten,
        min(period_start) as first_month,
        max(date_trunc('month', period_end)) as last_month
    from observations
    where datediff('month', period_start, period_end) = 0
    group by kabupaten
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
