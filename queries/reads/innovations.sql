-- Which innovations of one kabupaten are named in the registry?
select
    innovation,
    name,
    stage,
    trial_from,
    applied_from,
    iga_status,
    iga_years,
    iga_accepted,
    fields,
    mode
from innovations
where kabupaten = $kabupaten
order by list_max(iga_years) nulls last, name
