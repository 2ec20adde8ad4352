-- Which innovations count now for one kabupaten, as one row each?
select
    kabupaten as unit,
    name as element,
    date '2000-01-01' as period_start,
    date '2099-12-31' as period_end,
    1.0 as value
from innovations
where kabupaten = $kabupaten
order by element
