-- How many of some elements were counted, per area of one kabupaten, over one period?
-- What is counted anew at each weighing, or stands at each month, has no sum over months: it is answered for one month only.
select
    observations.element,
    case $level
        when 'kabupaten' then observations.kabupaten
        when 'kecamatan' then observations.kecamatan
        else observations.facility
    end as area,
    sum(observations.value) as value,
    count(*) as reports
from observations
inner join elements using (element)
where
    observations.kabupaten = $kabupaten
    and list_contains($elements, observations.element)
    and observations.period_start >= $start
    and observations.period_end <= $end
    and (elements.kind in ('flow', 'annual_target') or datediff('month', $start, $end) = 0)
group by all
order by observations.element, area
