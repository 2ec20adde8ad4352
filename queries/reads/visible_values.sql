-- Which values of a kabupaten count now whose period touches one period, to the last digit?
-- Lists have no periods, so they are not among them.
with counted as (
    select
        dataset,
        facility as unit,
        element,
        period_start,
        period_end,
        value,
        '' as details
    from observations
    where kabupaten = $kabupaten
),

quoted as (
    select
        'published_values' as dataset,
        concat_ws('/', area, indicator, content, measure) as unit,
        indicator as element,
        period_start,
        period_end,
        value,
        concat_ws('|', low, high, sign, source, url, note) as details
    from published
    where kabupaten = $kabupaten
),

every as (
    select * from counted
    union all
    select * from quoted
)

select
    dataset,
    unit,
    element,
    period_start,
    period_end,
    value,
    details
from every
where period_start <= $end and period_end >= $start
order by dataset, unit, element, period_start
