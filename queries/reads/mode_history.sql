-- When was a kabupaten switched between sample and official data, by whom and why?
select
    recorded_at,
    recorded_by,
    reason,
    mode
from submissions_rows
where event = 'mode' and kabupaten = $kabupaten
order by recorded_at desc
