-- Which submissions of a kabupaten wait for a second person, the oldest first?
select
    submission,
    published_at as submitted_at,
    published_by as submitted_by,
    account,
    reason,
    dataset,
    mode,
    file_name,
    checksum,
    file_kept,
    rows,
    accepted,
    list_min([s.period_start for s in scope]) as first_period,
    list_max([s.period_end for s in scope]) as last_period,
    len(list_distinct([s.unit for s in scope])) as units
from submissions
where kabupaten = $kabupaten and waiting
order by submitted_at, submission
