-- In which mode is a kabupaten, does a second person verify what is sent, from when to when are there data, and which is its newest complete month?
with months as (
    select
        kabupaten,
        month,
        bool_and(complete) as complete
    from reporting_months
    group by kabupaten, month
),

state as (
    select
        kabupaten,
        min(month) as first_month,
        max(month) as last_month,
        max(month) filter (where complete) as newest_complete_month
    from months
    group by kabupaten
),

changes as (
    -- An undo, redo or verification names its submission only, a switch of mode its kabupaten only.
    select
        coalesce(submissions.kabupaten, submissions_rows.kabupaten) as kabupaten,
        max(submissions_rows.recorded_at) as changed_at
    from submissions_rows
    left join submissions using (submission)
    -- What waits, was rejected or is locked changes nothing that is shown.
    where submissions_rows.event in ('publish', 'verify', 'undo', 'redo', 'mode', 'areas')
    group by coalesce(submissions.kabupaten, submissions_rows.kabupaten)
)

select
    modes.mode,
    modes.two_persons,
    state.first_month,
    state.last_month,
    state.newest_complete_month,
    changes.changed_at
from modes
left join state using (kabupaten)
left join changes using (kabupaten)
where modes.kabupaten = $kabupaten
