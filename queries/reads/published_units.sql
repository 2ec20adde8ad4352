-- Which published values count now for one kabupaten, keyed as their scopes are?
select
    concat_ws('/', area, indicator, content, measure) as unit,
    indicator as element,
    period_start,
    period_end,
    value
from published
where kabupaten = $kabupaten
order by unit, period_start
