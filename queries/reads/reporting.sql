-- How many units sent each monthly dataset, month by month?
select
    dataset,
    month,
    units_sent,
    units_expected,
    complete
from reporting_months
where kabupaten = $kabupaten and month between $start and $end
order by dataset, month
