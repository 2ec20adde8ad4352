-- Grain: one row per indicator, facility and month that has every numerator; the denominator is null where it is missing.
-- A year's target (sasaran) stands in every month of its year; summing over months must take it once a year.
with counted as (
    select
        element,
        facility,
        kecamatan,
        kabupaten,
        period_start,
        period_end,
        value
    from observations
    union all
    select
        element,
        facility,
        kecamatan,
        kabupaten,
        period_start,
        period_end,
        value
    from derived_observations
),

terms as (
    select
        indicator,
        'numerator' as role,
        unnest(numerator_elements) as element,
        len(numerator_elements) as terms
    from indicators
    union all
    select
        indicator,
        'denominator' as role,
        unnest(denominator_elements) as element,
        len(denominator_elements) as terms
    from indicators
),

sums as (
    select
        terms.indicator,
        terms.role,
        counted.facility,
        counted.kecamatan,
        counted.kabupaten,
        counted.period_start,
        counted.period_end,
        sum(counted.value) as value
    from counted
    inner join terms using (element)
    group by all
    having count(*) = any_value(terms.terms)
),

numerators as (
    select * from sums
    where role = 'numerator'
),

denominators as (
    select * from sums
    where role = 'denominator'
)

select
    numerators.indicator,
    numerators.facility,
    numerators.kecamatan,
    numerators.kabupaten,
    numerators.period_start as month,
    numerators.value as numerator,
    coalesce(same_month.value, same_year.value) as denominator,
    not indicators.has_denominator or coalesce(same_month.value, same_year.value) is not null as matched
from numerators
inner join indicators using (indicator)
left join denominators as same_month
    on
        not indicators.annual
        and numerators.indicator = same_month.indicator
        and numerators.facility = same_month.facility
        and numerators.period_start = same_month.period_start
left join denominators as same_year
    on
        indicators.annual
        and numerators.indicator = same_year.indicator
        and numerators.facility = same_year.facility
        and date_trunc('year', numerators.period_start) = same_year.period_start
