-- Which unit of a kabupaten sent which monthly dataset for which month, when, and by when was it due?
-- Months begin with the first that has data. standing: whether the unit is there in that month (expected, not_yet, no_longer).
with months as (
    select cast(unnest(generate_series(greatest($start, min(month)), $end, interval 1 month)) as date) as month
    from expected_reports
    where kabupaten = $kabupaten
    group by kabupaten
),

-- Sent, and waiting for a second person: nothing shows it yet.
waiting as (
    select
        submissions.dataset,
        unnest(submissions.scope, recursive := true) -- noqa: AL03
    from submissions
    inner join modes using (kabupaten, mode)
    where submissions.kabupaten = $kabupaten and submissions.waiting
),

waiting_months as (
    select distinct
        dataset,
        unit,
        period_start as month
    from waiting
    where datediff('month', period_start, period_end) = 0
)

select
    datasets.dataset,
    facilities.facility,
    months.month,
    case
        when facilities.valid_from > months.month then 'not_yet'
        when facilities.valid_to < months.month then 'no_longer'
        else 'expected'
    end as standing,
    last_day(months.month) + cast(datasets.due_day as integer) as due_date,
    coalesce(reports.sent, false) as sent,
    reports.sent_on,
    reports.on_time,
    waiting_months.unit is not null as waiting
from facilities
cross join datasets
cross join months
left join reports
    on
        facilities.facility = reports.facility
        and datasets.dataset = reports.dataset
        and months.month = reports.month
left join waiting_months
    on
        facilities.facility = waiting_months.unit
        and datasets.dataset = waiting_months.dataset
        and months.month = waiting_months.month
where
    facilities.kabupaten = $kabupaten
    and datasets.stores = 'observations'
    and datasets.period = 'month'
    and not coalesce(datasets.voluntary, false)
order by datasets.dataset, months.month, facilities.facility
