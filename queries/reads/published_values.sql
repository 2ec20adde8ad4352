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
-- A practice entry stands before the public figure it replaces, and wears its mark.
qualify
    row_number() over (
        partition by area, indicator, content, measure, period_start, period_end
        order by mode = 'contoh' desc
    ) = 1
order by indicator, area, content, measure, period_start, period_end
