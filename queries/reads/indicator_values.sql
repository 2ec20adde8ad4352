-- What are the counts behind some indicators, per area of one kabupaten, over each of some periods?
-- Sums first, divides never: the caller divides. A campaign or a stock is read in the one month that stands for the period:
-- a campaign in the weighing month if it is complete, both else in the newest complete month.
with periods as (
    select distinct
        unnest($starts) as period_start,
        unnest($ends) as period_end
),

asked as (
    select
        indicators.indicator,
        indicators.annual,
        indicators.campaign,
        indicators.campaign or coalesce(bool_or(elements.kind = 'stock'), false) as in_one_month
    from indicators
    left join elements on list_contains(indicators.numerator_elements, elements.element)
    where list_contains($indicators, indicators.indicator)
    group by indicators.indicator, indicators.annual, indicators.campaign
),

chosen_months as (
    select
        periods.period_start,
        periods.period_end,
        asked.indicator,
        indicator_reporting.month,
        indicator_reporting.reports_matched
    from indicator_reporting
    inner join asked using (indicator)
    inner join periods on indicator_reporting.month between periods.period_start and periods.period_end
    where indicator_reporting.kabupaten = $kabupaten
    qualify
        not asked.in_one_month
        or row_number() over (
            partition by periods.period_start, periods.period_end, asked.indicator
            order by
                indicator_reporting.standing > 0 desc,
                indicator_reporting.reports_matched > 0 desc,
                year(indicator_reporting.month) desc,
                asked.campaign and indicator_reporting.standing = 2 desc,
                indicator_reporting.month desc
        ) = 1
),

-- The months that have reports of the indicator, anywhere in the kabupaten; and those in which they are looked for.
months as (
    select
        period_start,
        period_end,
        indicator,
        min(month) filter (where reports_matched > 0) as first_month,
        max(month) filter (where reports_matched > 0) as last_month,
        min(month) as first_chosen,
        max(month) as last_chosen
    from chosen_months
    group by period_start, period_end, indicator
),

sent as (
    select
        indicator_months.indicator,
        indicator_months.facility,
        indicator_months.month,
        indicator_months.numerator,
        indicator_months.denominator,
        indicator_months.matched,
        case $level
            when 'kabupaten' then indicator_months.kabupaten
            when 'kecamatan' then indicator_months.kecamatan
            else indicator_months.facility
        end as area
    from indicator_months
    inner join asked using (indicator)
    where indicator_months.kabupaten = $kabupaten
),

expected as (
    select
        facility,
        month,
        case $level
            when 'kabupaten' then kabupaten
            when 'kecamatan' then kecamatan
            else facility
        end as area
    from expected_reports
    where kabupaten = $kabupaten
),

-- Numerators that were sent, with or without a denominator.
sent_months as (
    select
        indicator,
        area,
        month,
        count(*) as reports_sent,
        count(*) filter (where matched) as reports_matched
    from sent
    group by indicator, area, month
),

sent_reports as (
    select
        chosen_months.period_start,
        chosen_months.period_end,
        sent_months.indicator,
        sent_months.area,
        sum(sent_months.reports_sent) as reports_sent,
        sum(sent_months.reports_matched) as reports_matched
    from sent_months
    inner join chosen_months using (indicator, month)
    group by chosen_months.period_start, chosen_months.period_end, sent_months.indicator, sent_months.area
),

expected_months as (
    select
        area,
        month,
        count(*) as reports
    from expected
    group by area, month
),

area_months as (
    select
        chosen_months.period_start,
        chosen_months.period_end,
        chosen_months.indicator,
        chosen_months.month,
        expected_months.area,
        expected_months.reports,
        coalesce(sent_months.reports_matched, 0) >= settings.complete_share * expected_months.reports as complete
    from chosen_months
    inner join expected_months using (month)
    cross join settings
    left join sent_months
        on
            chosen_months.indicator = sent_months.indicator
            and expected_months.area = sent_months.area
            and chosen_months.month = sent_months.month
),

-- An area is complete where each of its months is: half of a kecamatan's reports do not do for it.
-- It has all reported where each month is in which anybody did: nobody is behind with a report that no one has sent.
completeness as (
    select
        area_months.period_start,
        area_months.period_end,
        area_months.indicator,
        area_months.area,
        sum(area_months.reports) as reports_expected,
        bool_and(area_months.complete) as complete,
        coalesce(
            bool_and(area_months.complete) filter (
                where area_months.month between months.first_month and months.last_month
            ),
            false
        ) as all_reported
    from area_months
    inner join months using (period_start, period_end, indicator)
    group by area_months.period_start, area_months.period_end, area_months.indicator, area_months.area
),

-- A facility is expected from its first month to its last, and the chosen months have no gaps.
expected_units as (
    select
        area,
        facility,
        min(month) as first_month,
        max(month) as last_month
    from expected
    group by area, facility
),

units as (
    select
        months.period_start,
        months.period_end,
        months.indicator,
        expected_units.area,
        count(*) as units_expected
    from months
    inner join expected_units
        on months.last_chosen >= expected_units.first_month and months.first_chosen <= expected_units.last_month
    group by months.period_start, months.period_end, months.indicator, expected_units.area
),

unit_years as (
    select
        chosen_months.period_start,
        chosen_months.period_end,
        sent.indicator,
        sent.area,
        sent.facility,
        sum(sent.numerator) as numerator,
        case when any_value(asked.annual) then max(sent.denominator) else sum(sent.denominator) end as denominator
    from sent
    inner join chosen_months using (indicator, month)
    inner join asked using (indicator)
    where sent.matched
    group by
        chosen_months.period_start,
        chosen_months.period_end,
        sent.indicator,
        sent.area,
        sent.facility,
        year(sent.month)
),

area_sums as (
    select
        period_start,
        period_end,
        indicator,
        area,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        count(distinct facility) as units_matched
    from unit_years
    group by period_start, period_end, indicator, area
)

select
    completeness.period_start,
    completeness.period_end,
    completeness.indicator,
    completeness.area,
    area_sums.numerator,
    area_sums.denominator,
    coalesce(area_sums.units_matched, 0) as units_matched,
    units.units_expected,
    coalesce(sent_reports.reports_matched, 0) as reports_matched,
    coalesce(sent_reports.reports_sent, 0) as reports_sent,
    completeness.reports_expected,
    months.first_month,
    months.last_month,
    completeness.complete,
    completeness.all_reported
from completeness
inner join units using (period_start, period_end, indicator, area)
inner join months using (period_start, period_end, indicator)
left join area_sums using (period_start, period_end, indicator, area)
left join sent_reports using (period_start, period_end, indicator, area)
order by completeness.period_start, completeness.period_end, completeness.indicator, completeness.area
