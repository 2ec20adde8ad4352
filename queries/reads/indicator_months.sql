-- How do the counts behind some indicators run month by month in one area?
-- counted: every numerator that was reported; numerator and denominator: those that have one another, for a rate.
-- complete: whether enough of the expected reports hold a numerator, with or without its denominator.
with sent as (
    select
        indicator,
        month,
        sum(numerator) as counted,
        sum(numerator) filter (where matched) as numerator,
        sum(denominator) filter (where matched) as denominator,
        count(*) filter (where matched) as reports_matched,
        count(*) as reports_sent
    from indicator_months
    where
        kabupaten = $kabupaten
        and list_contains($indicators, indicator)
        and (kecamatan = $area or kabupaten = $area)
        and month between $start and $end
    group by indicator, month
),

expected as (
    select
        month,
        count(*) as reports_expected
    from expected_reports
    where
        kabupaten = $kabupaten
        and (kecamatan = $area or kabupaten = $area)
    group by month
)

select
    sent.indicator,
    sent.month,
    sent.counted,
    sent.numerator,
    sent.denominator,
    sent.reports_matched,
    sent.reports_sent,
    coalesce(expected.reports_expected, 0) as reports_expected,
    sent.reports_sent >= settings.complete_share * coalesce(expected.reports_expected, 0) as complete
from sent
cross join settings
left join expected using (month)
order by sent.indicator, sent.month
