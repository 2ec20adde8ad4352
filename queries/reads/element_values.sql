-- How many of some elements were counted, per area of one kabupaten, over one period?
select
    element,
    case $level
        when 'kabupaten' then kabupaten
        when 'kecamatan' then kecamatan
        else facility
    end as area,
    sum(value) as value,
    count(*) as reports
from observations
where
    kabupaten = $kabupaten
    and list_contains($elements, element)
    and period_start >= $start
    and period_end <= $end
group by all
order by element, area
