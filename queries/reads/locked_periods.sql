-- Which periods of a kabupaten are locked, since when, by whom and why?
with runs as (
    select
        *,
        -- Within one lock, months that follow one another share this number.
        datediff('month', date '1900-01-01', month) - row_number() over (partition by lock order by month) as run
    from locked_months
    where kabupaten = $kabupaten
)

select
    min(month) as period_start,
    last_day(max(month)) as period_end,
    any_value(locked_at) as locked_at,
    any_value(locked_by) as locked_by,
    any_value(reason) as reason
from runs
group by lock, run
order by period_start
