-- What are the counts behind some indicators, per area of one kabupaten, over one period?
-- Sums first, divides never: the caller divides. A campaign indicator is read in the one month that stands for the period.
with in_period as (
    select * from indicator_reporting
    where
        kabupaten = $kabupaten
        and list_contains($indicators, indicator)
        and month between $start and $end
),

chosen_months as (
    select
        in_period.indicator,
        in_period.month
    from in_period
    inner join indicators using (indicator)
    qualify
        not indicators.campaign
        or row_number() over (
            partition by in_period.indicator
            order by
                in_period.standing > 0 desc,
                year(in_period.month) desc,
                in_period.standing desc,
                in_period.month desc
        ) = 1
),

expected as (
    select
        chosen_months.indicator,
        case $level
            when 'kabupaten' then expected_reports.kabupaten
            when 'kecamatan' then expected_reports.kecamatan
            else expected_reports.facility
        end as area,
        count(distinct expected_reports.facility) as units_expected,
        count(*) as reports_expected
    from expected_reports
    inner join chosen_months using (month)
    where expected_reports.kabupaten = $kabupaten
    group by all
),

matched as (
    select
        indicator_months.*,
        case $level
            when 'kabupaten' then kabupaten
            when 'kecamatan' then kecamatan
            else facility
        end as area
    from indicator_months
    inner join chosen_months using (indicator, month)
    where indicator_months.kabupaten = $kabupaten and indicator_months.matched
),

unit_years as (
    select
        matched.indicator,
        matched.area,
        matched.facility,
        sum(matched.numerator) as numerator,
        case when indicators.annual then max(matched.denominator) else sum(matched.denominator) end as denominator,
        count(*) as reports_matched
    from matched
    inner join indicators using (indicator)
    group by
        matched.indicator, matched.area, matched.facility, date_trunc('year', matched.month), indicators.annual
),

area_sums as (
    select
        indicator,
        area,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        count(distinct facility) as units_matched,
        sum(reports_matched) as reports_matched
    from unit_years
    group by indicator, area
),

months as (
    select
        chosen_months.indicator,
        min(chosen_months.month) as first_month,
        max(chosen_months.month) as last_month,
        bool_and(in_period.complete) as complete
    from chosen_months
    inner join in_period using (indicator, month)
    group by chosen_months.indicator
)

select
    expected.indicator,
    expected.area,
    area_sums.numerator,
    area_sums.denominator,
    coalesce(area_sums.units_matched, 0) as units_matched,
    expected.units_expected,
    coalesce(area_sums.reports_matched, 0) as reports_matched,
    expected.reports_expected,
    months.first_month,
    months.last_month,
    months.complete
from expected
inner join months using (indicator)
left join area_sums using (indicator, area)
order by expected.indicator, expected.area
