-- Grain: one row per element, facility and period: the value that counts now, at its element's own grain.
-- Values at another grain (a yearly kabupaten total, say) stay in observations_rows and are never added.
select
    observations_rows.element,
    elements.dataset,
    observations_rows.facility,
    facilities.kecamatan,
    facilities.kabupaten,
    observations_rows.period_start,
    observations_rows.period_end,
    observations_rows.value,
    observations_rows.submission
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
    observations_rows.period_start = date_trunc(elements.period, observations_rows.period_start)
    and datediff('month', observations_rows.period_start, observations_rows.period_end)
    = case elements.period when 'year' then 11 else 0 end
