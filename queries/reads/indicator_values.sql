-- What are the counts behind some indicators, per area of one kabupaten, over one period?
-- Sums first, divides never: the caller divides. A campaign or a stock is read in the one month that stands for the period:
-- a campaign in the weighing month if it is complete, both else in the newest complete month.
with in_period as (
    select * from indicator_reporting
    where
        kabupaten = $kabupaten
        and list_contains($indicators, indicator)
        and month between $start and $end
),

stocks as (
    select distinct indicators.indicator
    from indicators
    inner join elements on list_contains(indicators.numerator_elements, elements.element)
    where elements.kind = 'stock'
),

chosen_months as (
    select
        in_period.indicator,
        in_period.month,
        in_period.reports_matched
    from in_period
    inner join indicators using (indicator)
    left join stocks using (indicator)
    qualify
        (not indicators.campaign and stocks.indicator is null)
        or row_number() over (
            partition by in_period.indicator
            order by
                in_period.standing > 0 desc,
                in_period.reports_matched > 0 desc,
                year(in_period.month) desc,
                indicators.campaign and in_period.standing = 2 desc,
                in_period.month desc
        ) = 1
),

-- The months that have reports of the indicator, anywhere in the kabupaten.
months as (
    select
        indicator,
        min(month) filter (where reports_matched > 0) as first_month,
        max(month) filter (where reports_matched > 0) as last_month
    from chosen_months
    group by indicator
),

expected as (
    select
        chosen_months.indicator,
        case $level
            when 'kabupaten' then expected_reports.kabupaten
            when 'kecamatan' then expected_reports.kecamatan
            else expected_reports.facility
        end as area,
        expected_reports.facility,
        expected_reports.month
    from expected_reports
    inner join chosen_months using (month)
    where expected_reports.kabupaten = $kabupaten
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

-- Numerators that were sent, with or without a denominator.
sent as (
    select
        indicator_months.indicator,
        case $level
            when 'kabupaten' then indicator_months.kabupaten
            when 'kecamatan' then indicator_months.kecamatan
            else indicator_months.facility
        end as area,
        count(*) as reports_sent
    from indicator_months
    inner join chosen_months using (indicator, month)
    where indicator_months.kabupaten = $kabupaten
    group by all
),

matched_months as (
    select
        indicator,
        area,
        month,
        count(*) as reports
    from matched
    group by indicator, area, month
),

expected_months as (
    select
        indicator,
        area,
        month,
        count(*) as reports
    from expected
    group by indicator, area, month
),

-- An area is complete where each of its months is: half of a kecamatan's reports do not do for it.
completeness as (
    select
        expected_months.indicator,
        expected_months.area,
        sum(expected_months.reports) as reports_expected,
        bool_and(
            coalesce(matched_months.reports, 0) >= settings.complete_share * expected_months.reports
        ) as complete
    from expected_months
    cross join settings
    left join matched_months
        on
            expected_months.indicator = matched_months.indicator
            and expected_months.area = matched_months.area
            and expected_months.month = matched_months.month
    group by expected_months.indicator, expected_months.area
),

units as (
    select
        indicator,
        area,
        count(distinct facility) as units_expected
    from expected
    group by indicator, area
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
)

select
    completeness.indicator,
    completeness.area,
    area_sums.numerator,
    area_sums.denominator,
    coalesce(area_sums.units_matched, 0) as units_matched,
    units.units_expected,
    coalesce(area_sums.reports_matched, 0) as reports_matched,
    coalesce(sent.reports_sent, 0) as reports_sent,
    completeness.reports_expected,
    months.first_month,
    months.last_month,
    completeness.complete
from completeness
inner join units using (indicator, area)
inner join months using (indicator)
left join area_sums using (indicator, area)
left join sent using (indicator, area)
order by completeness.indicator, completeness.area
