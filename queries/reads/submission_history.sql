-- Who sent what, when, and does it count now?
with replaced as (
    select
        submission,
        count(*) as speaks_for
    from scopes
    group by submission
),

scope_bounds as (
    select
        submission,
        len(scope) as scope_size,
        list_min([s.period_start for s in scope]) as first_period,
        list_max([s.period_end for s in scope]) as last_period,
        len(list_distinct([s.unit for s in scope])) as units
    from submissions
)

select
    submissions.submission,
    submissions.published_at,
    submissions.published_by,
    submissions.reason,
    submissions.dataset,
    submissions.kabupaten,
    submissions.mode,
    submissions.file_name,
    submissions.rows,
    submissions.active,
    submissions.visible,
    submissions.changed_at,
    scope_bounds.units,
    scope_bounds.first_period,
    scope_bounds.last_period,
    scope_bounds.scope_size,
    coalesce(replaced.speaks_for, 0) as speaks_for
from submissions
inner join scope_bounds using (submission)
left join replaced using (submission)
where submissions.kabupaten = $kabupaten
order by submissions.place desc
