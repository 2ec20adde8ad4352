-- Which innovations of one kabupaten are named in the registry?
select
    name,
    description,
    owner,
    year,
    iga_year,
    awards,
    participation,
    source,
    url,
    status
from innovations
where kabupaten = $kabupaten
order by iga_year nulls last, name
