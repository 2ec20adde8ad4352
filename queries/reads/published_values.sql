-- Which published values are there for some indicators in some areas, as seen from one kabupaten?
select
    area,
    indicator,
    content,
    measure,
    period_start,
    period_end,
    value,
    low,
    high,
    sign,
    source,
    url,
    note,
    mode
from published
where
    kabupaten = $kabupaten
    and list_contains($areas, area)
    and list_contains($indicators, indicator)
order by indicator, area, content, measure, period_start, period_end
