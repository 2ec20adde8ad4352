-- How do the counts behind some indicators run month by month in one area?
-- counted: every numerator that was reported; numerator and denominator: those that have one another, for a rate.
select
    indicator,
    month,
    sum(numerator) as counted,
    sum(numerator) filter (where matched) as numerator,
    sum(denominator) filter (where matched) as denominator,
    count(*) filter (where matched) as reports_matched
from indicator_months
where
    kabupaten = $kabupaten
    and list_contains($indicators, indicator)
    and (kecamatan = $area or kabupaten = $area)
    and month between $start and $end
group by indicator, month
order by indicator, month
