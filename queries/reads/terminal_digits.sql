-- How many counts of each element end in which digit, over one period?
-- Small counts have few possible digits, and a stock is much the same every month: both are left out.
select
    observations.element,
    cast(observations.value as bigint) % 10 as digit,
    count(*) as reports
from observations
inner join elements using (element)
cross join settings
where
    observations.kabupaten = $kabupaten
    and observations.period_start >= $start
    and observations.period_end <= $end
    and elements.kind in ('flow', 'campaign')
    and observations.value >= settings.digits_from
group by observations.element, cast(observations.value as bigint) % 10
order by observations.element, digit
