-- Grain: one row per submission ever sent, with its place in the order and whether it counts now.
-- One that waits for a second person counts from the moment it is verified, and takes its place in the order there:
-- what the second person was shown is what comes about.
with sent as (
    select * from submissions_rows
    where event in ('publish', 'submit')
),

decided as (
    select
        submission,
        max_by(event, recorded_at) as decision,
        max(recorded_at) as decided_at,
        max_by(recorded_by, recorded_at) as decided_by,
        max_by(reason, recorded_at) as decision_reason
    from submissions_rows
    where event in ('verify', 'reject')
    group by submission
),

reversed as (
    select
        submission,
        max_by(event, recorded_at) = 'undo' as undone,
        max(recorded_at) as reversed_at,
        max_by(recorded_by, recorded_at) as reversed_by,
        max_by(reason, recorded_at) as reversal_reason
    from submissions_rows
    where event in ('undo', 'redo')
    group by submission
),

standing as (
    select
        sent.submission,
        case
            when sent.event = 'publish' then sent.recorded_at
            when decided.decision = 'verify' then decided.decided_at
        end as counts_from,
        coalesce(decided.decision = 'reject', false) as rejected,
        coalesce(reversed.undone, false) as undone
    from sent
    left join decided using (submission)
    left join reversed using (submission)
)

select
    sent.submission,
    sent.recorded_at as published_at,
    sent.recorded_by as published_by,
    sent.account,
    sent.reason,
    sent.kabupaten,
    sent.dataset,
    sent.mode,
    sent.file_name,
    sent.checksum,
    coalesce(sent.file_kept, false) as file_kept,
    sent.rows,
    sent.scope,
    coalesce(sent.accepted, []) as accepted,
    sent.based_on,
    datasets.stores,
    decided.decision,
    decided.decided_at,
    decided.decided_by,
    decided.decision_reason,
    reversed.reversed_at,
    reversed.reversed_by,
    reversed.reversal_reason,
    standing.counts_from,
    standing.undone,
    greatest(sent.recorded_at, decided.decided_at, reversed.reversed_at) as changed_at,
    standing.counts_from is null and not standing.rejected and not standing.undone as waiting,
    standing.counts_from is not null and not standing.undone as active,
    -- Public figures are real, so they are visible in both modes; everything else only in its own.
    standing.counts_from is not null and not standing.undone
    and (sent.mode = modes.mode or (datasets.stores <> 'observations' and sent.mode = 'resmi')) as visible,
    row_number() over (order by coalesce(standing.counts_from, sent.recorded_at), sent.submission) as place
from sent
inner join standing using (submission)
inner join modes using (kabupaten)
left join datasets using (dataset)
left join decided using (submission)
left join reversed using (submission)
