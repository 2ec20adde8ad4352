-- Who sent what, when, which warnings were passed, who verified it, and does it count now?
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
    submissions.checksum,
    submissions.file_kept,
    submissions.rows,
    submissions.accepted,
    submissions.based_on,
    submissions.active,
    submissions.visible,
    submissions.decision,
    submissions.decided_at,
    submissions.decided_by,
    submissions.decision_reason,
    submissions.undone,
    submissions.reversed_at,
    submissions.reversed_by,
    submissions.reversal_reason,
    submissions.counts_from,
    submissions.changed_at,
    scope_bounds.units,
    scope_bounds.first_period,
    scope_bounds.last_period,
    scope_bounds.scope_size,
    coalesce(replaced.speaks_for, 0) as speaks_for,
    case
        when submissions.waiting then 'waiting'
        when submissions.decision = 'reject' then 'rejected'
        when submissions.undone then 'undone'
        when not submissions.visible then 'hidden'
        when replaced.speaks_for is null then 'superseded'
        when replaced.speaks_for < scope_bounds.scope_size then 'partly_superseded'
        else 'active'
    end as state
from submissions
inner join scope_bounds using (submission)
left join replaced using (submission)
where submissions.kabupaten = $kabupaten
order by submissions.published_at desc, submissions.place desc
