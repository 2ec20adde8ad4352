-- How many counts of each element end in which digit, month by month?
-- Small counts have few possible digits, and a stock is much the same every month: both are left out.
with digits as (
    select
        observations.element,
        observations.period_start as month,
        cast(observations.value as bigint) % 10 as digit,
        count(*) as reports
    from observations
    inner join elements using (element)
    cross join settings
    where
        observations.kabupaten = $kabupaten
        and elements.kind in ('flow', 'campaign')
        and observations.value >= settings.digits_from
    group by observations.element, observations.period_start, cast(observations.value as bigint) % 10
)

select
    element,
    list(year(month) * 12 + month(month) - 1 order by month, digit) as months,
    list(digit order by month, digit) as digits,
    list(reports order by month, digit) as reports
from digits
group by element
order by element
