-- Grain: one row per derived element, facility and month: what is known of the reports themselves, as if it had been counted.
-- The newest month is left out until it is complete, since its reports are still coming in. Reports on time are counted in
-- the months in which that can be said of every report of the facility.
with newest as (
    select
        kabupaten,
        max(month) as month
    from reporting_months
    group by kabupaten
),

settled as (
    select
        reporting_months.kabupaten,
        reporting_months.month
    from reporting_months
    inner join newest using (kabupaten)
    group by reporting_months.kabupaten, reporting_months.month
    having bool_and(reporting_months.complete or reporting_months.month < newest.month)
),

counted as (
    select
        reports.facility,
        reports.kecamatan,
        reports.kabupaten,
        reports.month,
        count(*) as expected,
        count(*) filter (where reports.sent) as sent,
        case when count(reports.on_time) = count(*) then count(*) filter (where reports.on_time) end as on_time
    from reports
    inner join settled using (kabupaten, month)
    group by reports.facility, reports.kecamatan, reports.kabupaten, reports.month
),

derived as (
    select
        elements.element,
        counted.facility,
        counted.kecamatan,
        counted.kabupaten,
        counted.month as period_start,
        last_day(counted.month) as period_end,
        cast(
            case elements.derived
                when 'expected' then counted.expected
                when 'sent' then counted.sent
                when 'on_time' then counted.on_time
            end as double
        ) as value
    from counted
    cross join elements
    where elements.derived is not null
)

select * from derived
where value is not null
