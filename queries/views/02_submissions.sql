-- Grain: one row per submission ever published, with its place in the order and whether it counts now.
with published as (
    select * from submissions_rows
    where event = 'publish'
),

latest as (
    select
        submission,
        max_by(event, recorded_at) as event,
        max(recorded_at) as changed_at
    from submissions_rows
    where event in ('publish', 'undo', 'redo')
    group by submission
)

select
    published.submission,
    published.recorded_at as published_at,
    published.recorded_by as published_by,
    published.reason,
    published.kabupaten,
    published.dataset,
    published.mode,
    published.file_name,
    published.checksum,
    published.rows,
    published.scope,
    datasets.stores,
    latest.changed_at,
    latest.event <> 'undo' as active,
    -- Public figures are real, so they are visible in both modes; everything else only in its own.
    latest.event <> 'undo'
    and (published.mode = modes.mode or (datasets.stores <> 'observations' and published.mode = 'resmi')) as visible,
    row_number() over (order by published.recorded_at, published.submission) as place
from published
inner join latest using (submission)
inner join modes using (kabupaten)
left join datasets using (dataset)
