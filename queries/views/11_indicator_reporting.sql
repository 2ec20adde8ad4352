-- Grain: one row per indicator, kabupaten and month in which reports were expected: matched reports of expected ones, and
-- how well the month may stand for its year (2: the complete weighing month, 1: another complete month, 0: an incomplete one).
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
),

-- A month nobody reported is one with no reports matched, not one that does not count.
counted as (
    select
        indicators.indicator,
        expected.kabupaten,
        expected.month,
        coalesce(matched.reports, 0) as reports_matched,
        expected.reports as reports_expected
    from expected
    cross join indicators
    left join matched
        on
            indicators.indicator = matched.indicator
            and expected.kabupaten = matched.kabupaten
            and expected.month = matched.month
    where len(indicators.numerator_elements) > 0
)

select
    counted.indicator,
    counted.kabupaten,
    counted.month,
    counted.reports_matched,
    counted.reports_expected,
    counted.reports_matched >= settings.complete_share * counted.reports_expected as complete,
    case
        when counted.reports_matched < settings.complete_share * counted.reports_expected then 0
        when month(counted.month) = settings.weighing_month then 2
        else 1
    end as standing
from counted
cross join settings
