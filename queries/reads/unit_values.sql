-- Which values of one dataset count now, per unit and element, over one period?
select
    facility as unit,
    element,
    period_start,
    period_end,
    value
from observations
where
    dataset = $dataset
    and kabupaten = $kabupaten
    and period_start >= $start
    and period_end <= $end
order by unit, period_start, element
