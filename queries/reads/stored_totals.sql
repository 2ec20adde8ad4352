-- Which totals of several months did units send beside their monthly counts, and what do those months add up to?
-- summed is null where a month is missing: half a sum is no sum.
with totals as (
    select
        observations_rows.element,
        observations_rows.facility,
        observations_rows.period_start,
        observations_rows.period_end,
        observations_rows.value as total
    from observations_rows
    inner join elements using (element)
    inner join facilities using (facility)
    inner join scopes
        on
            observations_rows.submission = scopes.submission
            and elements.dataset = scopes.dataset
            and facilities.kabupaten = scopes.kabupaten
            and observations_rows.facility = scopes.unit
            and observations_rows.period_start = scopes.period_start
            and observations_rows.period_end = scopes.period_end
    where
        facilities.kabupaten = $kabupaten
        and elements.kind = 'flow'
        and elements.period = 'month'
        and datediff('month', observations_rows.period_start, observations_rows.period_end) > 0
        and observations_rows.period_start >= $start
        and observations_rows.period_end <= $end
)

select
    totals.element,
    totals.facility as unit,
    totals.period_start,
    totals.period_end,
    totals.total,
    case
        when count(observations.value) = datediff('month', totals.period_start, totals.period_end) + 1
            then sum(observations.value)
    end as summed
from totals
left join observations
    on
        totals.element = observations.element
        and totals.facility = observations.facility
        and totals.period_start <= observations.period_start
        and totals.period_end >= observations.period_end
group by totals.element, totals.facility, totals.period_start, totals.period_end, totals.total
order by totals.element, unit, totals.period_start
