-- Which innovations of one kabupaten are named in the registry?
select
    innovations_rows.name,
    innovations_rows.description,
    innovations_rows.owner,
    innovations_rows.year,
    innovations_rows.iga_year,
    innovations_rows.awards,
    innovations_rows.participation,
    innovations_rows.source,
    innovations_rows.url,
    innovations_rows.status
from innovations_rows
inner join submissions using (submission)
where innovations_rows.kabupaten = $kabupaten and submissions.visible
order by innovations_rows.iga_year nulls last, innovations_rows.name
