-- How many reports of each monthly dataset came on time, month by month, of those that were due or came?
-- Reports of which nobody can say when they came (sample data, months before the kabupaten began) are not counted.
select
    reports.dataset,
    reports.month,
    count(*) as reports,
    count(*) filter (where reports.on_time) as on_time,
    coalesce(list_sort(list(distinct reports.facility) filter (where not reports.on_time)), []) as units_late
from reports
inner join datasets using (dataset)
where
    reports.kabupaten = $kabupaten
    and reports.on_time is not null
    and (reports.sent or last_day(reports.month) + cast(datasets.due_day as integer) < $today)
group by reports.dataset, reports.month
order by reports.dataset, reports.month
