-- How do the counts behind some indicators run month by month in one area?
select
    indicator,
    month,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    count(*) as reports_matched
from indicator_months
where
    kabupaten = $kabupaten
    and list_contains($indicators, indicator)
    and (kecamatan = $area or kabupaten = $area)
    and matched
    and month between $start and $end
group by indicator, month
order by indicator, month
