-- How many innovations of one kabupaten's registry were sent to IGA, year by year?
-- An innovation counts once for each IGA year it was reported for. Its status tells of the newest of these years: where
-- that is a draft, or verified by the OPD only, it was not sent in that year. Years are never added up.
with reported as (
    select
        innovation,
        iga_accepted,
        coalesce(iga_status, '') in ('draft', 'verified') as waits,
        list_max(iga_years) as newest,
        unnest(iga_years) as year
    from innovations
    where kabupaten = $kabupaten
)

select
    year,
    count(*) filter (where not waits or year < newest) as sent,
    count(*) filter (where waits and year = newest) as preparing,
    count(*) filter (where list_contains(iga_accepted, year)) as accepted
from reported
group by year
order by year
