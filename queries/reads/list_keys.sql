-- Which ids has one list of a kabupaten ever given, also to entries that count no more?
select distinct key
from list_rows
where dataset = $dataset and kabupaten = $kabupaten
order by key
