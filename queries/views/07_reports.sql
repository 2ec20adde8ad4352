-- Grain: one row per facility, monthly dataset and month that should have been reported, and whether and when it was sent.
-- on_time is null where it cannot be said: sample data are loaded all at once, and so are the months that were due before
-- the kabupaten began to send here. A report that is not sent is not on time.
with begun as (
    select
        submissions.kabupaten,
        min(submissions.published_at) as began_at
    from submissions
    inner join modes
        on submissions.kabupaten = modes.kabupaten and submissions.mode = modes.mode
    where submissions.stores = 'observations' and modes.mode <> 'contoh'
    group by submissions.kabupaten
),

due as (
    select
        expected_reports.kabupaten,
        expected_reports.kecamatan,
        expected_reports.facility,
        datasets.dataset,
        expected_reports.month,
        last_day(expected_reports.month) + cast(datasets.due_day as integer) as due_date
    from expected_reports
    cross join datasets
    where
        datasets.stores = 'observations'
        and datasets.period = 'month'
        and not coalesce(datasets.voluntary, false)
),

-- A total of several months stands beside the monthly reports and is none of them.
monthly as (
    select * from scopes
    where datediff('month', period_start, period_end) = 0
),

dated as (
    select
        due.kabupaten,
        due.kecamatan,
        due.facility,
        due.dataset,
        due.month,
        due.due_date,
        monthly.submission is not null as sent,
        cast(monthly.first_published_at at time zone kabupaten.time_zone as date) as sent_on,
        cast(begun.began_at at time zone kabupaten.time_zone as date) as began_on
    from due
    inner join kabupaten using (kabupaten)
    left join begun using (kabupaten)
    left join monthly
        on
            due.kabupaten = monthly.kabupaten
            and due.dataset = monthly.dataset
            and due.facility = monthly.unit
            and due.month = monthly.period_start
)

select
    kabupaten,
    kecamatan,
    facility,
    dataset,
    month,
    sent,
    sent_on,
    case when began_on <= due_date then coalesce(sent_on <= due_date, false) end as on_time
from dated
