-- Which monthly counts of some elements has each unit of a kabupaten, and how many months after the start is each?
select
    element,
    facility as unit,
    list(datediff('month', $start, period_start) order by period_start) as months,
    list(value order by period_start) as counts
from observations
where
    kabupaten = $kabupaten
    and list_contains($elements, element)
    and period_start >= $start
    and period_end <= $end
    and datediff('month', period_start, period_end) = 0
group by element, facility
order by element, unit
