-- Grain: one row per innovation of the registry that counts now: the newest visible list of each kabupaten.
select
    innovations_rows.submission,
    innovations_rows.kabupaten,
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
inner join scopes using (submission)
