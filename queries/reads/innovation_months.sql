-- In which months of a period did innovations of one kabupaten enter their trial, and their application?
with entered as (
    select
        date_trunc('month', trial_from) as month,
        'trial' as stage
    from innovations
    where kabupaten = $kabupaten and trial_from between $start and $end
    union all
    select
        date_trunc('month', applied_from) as month,
        'applied' as stage
    from innovations
    where kabupaten = $kabupaten and applied_from between $start and $end
)

select
    cast(month as date) as month,
    count(*) filter (where stage = 'trial') as trial,
    count(*) filter (where stage = 'applied') as applied
from entered
group by month
order by month
