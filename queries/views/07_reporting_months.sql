-- Grain: one row per kabupaten, monthly dataset and month: how many units sent it, of how many expected.
with sent as (
    select
        scopes.kabupaten,
        scopes.dataset,
        scopes.unit as facility,
        scopes.period_start as month
    from scopes
    inner join datasets using (dataset)
    where
        datasets.stores = 'observations'
        and datasets.period = 'month'
        -- A total of several months stands beside the monthly reports and is none of them.
        and datediff('month', scopes.period_start, scopes.period_end) = 0
),

monthly as (
    select dataset from datasets
    where stores = 'observations' and period = 'month'
)

select
    expected_reports.kabupaten,
    monthly.dataset,
    expected_reports.month,
    count(*) as units_expected,
    count(sent.facility) as units_sent,
    count(sent.facility) >= any_value(settings.complete_share) * count(*) as complete
from expected_reports
cross join monthly
cross join settings
left join sent
    on
        monthly.dataset = sent.dataset
        and expected_reports.kabupaten = sent.kabupaten
        and expected_reports.facility = sent.facility
        and expected_reports.month = sent.month
group by expected_reports.kabupaten, monthly.dataset, expected_reports.month
