-- Which entries of which lists of one kabupaten count now, in the order of their file?
select
    dataset,
    key,
    label,
    fields,
    mode
from list_entries
where kabupaten = $kabupaten
order by dataset, place
