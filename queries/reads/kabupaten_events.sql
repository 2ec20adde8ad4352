-- When was a kabupaten's mode or two-person rule switched, when were its periods locked or reopened, by whom and why?
select
    event,
    recorded_at,
    recorded_by,
    reason,
    mode,
    two_persons,
    list_min([s.period_start for s in scope]) as first_period,
    list_max([s.period_end for s in scope]) as last_period
from submissions_rows
where kabupaten = $kabupaten and event in ('mode', 'rule', 'lock', 'reopen')
order by recorded_at desc
