-- Grain: one row per indicator, kabupaten and month: matched reports of expected ones, and how well a month may stand for
-- its year (2: the complete weighing month, 1: another complete month, 0: an incomplete one).
with matched as (
    select
        indicator,
        kabupaten,
        month,
        count(*) filter (where matched) as reports
    from indicator_months
    group by indicator, kabupaten, month
),

expected as (
    select
        kabupaten,
        month,
        count(*) as reports
    from expected_reports
    group by kabupaten, month
)

select
    matched.indicator,
    expected.kabupaten,
    expected.month,
    matched.reports as reports_matched,
    expected.reports as reports_expected,
    matched.reports >= settings.complete_share * expected.reports as complete,
    case
        when matched.reports < settings.complete_share * expected.reports then 0
        when month(expected.month) = settings.weighing_month then 2
        else 1
    end as standing
from matched
inner join expected using (kabupaten, month)
cross join settings
