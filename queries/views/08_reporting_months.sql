-- Grain: one row per kabupaten, monthly dataset and month: how many units sent it, of how many expected.
select
    reports.kabupaten,
    reports.dataset,
    reports.month,
    count(*) as units_expected,
    count(*) filter (where reports.sent) as units_sent,
    count(*) filter (where reports.sent) >= any_value(settings.complete_share) * count(*) as complete
from reports
cross join settings
group by reports.kabupaten, reports.dataset, reports.month
