-- What did one submission of a kabupaten add, change and remove, value by value, against what counted just before it?
-- For one that waits, just before is now. Only files of its own mode are compared; public figures stand in both.
with this as (
    select
        *,
        coalesce(
            counts_from,
            case when decision = 'reject' then decided_at end,
            cast('infinity' as timestamptz)
        ) as compared_at
    from submissions
    where submission = $submission and kabupaten = $kabupaten
),

-- The last undo or redo of every submission before that moment.
reversals as (
    select
        submissions_rows.submission,
        max_by(submissions_rows.event, submissions_rows.recorded_at) as event
    from submissions_rows
    cross join this
    where submissions_rows.event in ('undo', 'redo') and submissions_rows.recorded_at < this.compared_at
    group by submissions_rows.submission
),

-- What counted then, the newest last.
earlier as (
    select
        submissions.submission,
        submissions.place,
        submissions.scope
    from submissions
    left join reversals using (submission)
    cross join this
    where
        submissions.submission <> this.submission
        and submissions.kabupaten = this.kabupaten
        and submissions.dataset = this.dataset
        and submissions.counts_from < this.compared_at
        and coalesce(reversals.event, 'redo') = 'redo'
        and (submissions.mode = this.mode or (submissions.stores <> 'observations' and submissions.mode = 'resmi'))
),

spoken_for as (
    select
        submission,
        place,
        unnest(scope, recursive := true) -- noqa: AL03
    from earlier
),

asked as (
    select unnest(scope, recursive := true) -- noqa: AL03
    from this
),

before_it as (
    select
        asked.unit,
        asked.period_start,
        asked.period_end,
        max_by(spoken_for.submission, spoken_for.place) as submission
    from asked
    inner join spoken_for using (unit, period_start, period_end)
    group by asked.unit, asked.period_start, asked.period_end
),

stored as (
    select
        submission,
        coalesce(facility, area) as unit,
        element,
        period_start,
        period_end,
        value,
        '' as label,
        '' as details
    from observations_rows
    union all
    select
        submission,
        concat_ws('/', area, indicator, content, measure) as unit,
        indicator as element,
        period_start,
        period_end,
        value,
        '' as label,
        concat_ws('|', low, high, sign, source, url, note) as details
    from published_rows
    union all
    -- A list has no periods; its entries are told apart by their keys.
    select
        submission,
        kabupaten as unit,
        key as element,
        date '2000-01-01' as period_start,
        date '2099-12-31' as period_end,
        1.0 as value,
        label,
        cast(fields as varchar) as details
    from list_rows
),

old as (
    select stored.*
    from stored
    inner join before_it using (submission, unit, period_start, period_end)
),

new as (
    select stored.*
    from stored
    inner join this using (submission)
)

select
    unit,
    element,
    period_start,
    period_end,
    old.value as old,
    new.value as new,
    case
        when old.submission is null then 'added'
        when new.submission is null then 'removed'
        else 'changed'
    end as change,
    coalesce(new.label, old.label) as label,
    old.details as old_details,
    new.details as new_details,
    old.submission as replaced
from old
full outer join new using (unit, element, period_start, period_end)
where
    old.value is distinct from new.value
    or old.details is distinct from new.details
order by unit, period_start, period_end, element
