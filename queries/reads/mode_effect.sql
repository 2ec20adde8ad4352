-- Which active submissions of a kabupaten does each mode show, and for which months do they hold monthly reports?
with spoken_for as (
    select
        submission,
        unnest(scope, recursive := true) -- noqa: AL03
    from submissions
    where kabupaten = $kabupaten and stores = 'observations'
),

reported as (
    select
        submission,
        min(period_start) as first_month,
        max(period_start) as last_month
    from spoken_for
    where datediff('month', period_start, period_end) = 0
    group by submission
)

select
    submissions.submission,
    submissions.rows,
    submissions.visible,
    -- As in the view `submissions`.
    submissions.mode = $mode
    or (submissions.stores <> 'observations' and submissions.mode = 'resmi') as would_be_visible,
    reported.first_month,
    reported.last_month
from submissions
left join reported using (submission)
where submissions.kabupaten = $kabupaten and submissions.active
order by submissions.place
