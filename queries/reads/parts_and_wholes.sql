-- In how many reports of each month do the parts of a rule add up to more, or to less, than its whole?
-- rules, sides ('part' or 'whole') and elements say together what each rule adds up, one element a place. A report
-- counts where it has any part and every element of the whole.
with sides as (
    select distinct
        unnest($rules) as rule,
        unnest($sides) as side,
        unnest($elements) as element
),

wholes as (
    select
        rule,
        count(*) as terms
    from sides
    where side = 'whole'
    group by rule
),

reports as (
    select
        sides.rule,
        observations.facility,
        observations.period_start as month,
        sum(observations.value) filter (where sides.side = 'part') as part,
        sum(observations.value) filter (where sides.side = 'whole') as whole,
        count(*) filter (where sides.side = 'whole') as terms
    from observations
    inner join sides using (element)
    where observations.kabupaten = $kabupaten
    group by sides.rule, observations.facility, observations.period_start
)

select
    reports.rule,
    reports.month,
    count(*) as reports,
    sum(reports.whole) as whole,
    count(*) filter (where reports.part > reports.whole) as above,
    count(*) filter (where reports.part < reports.whole) as below,
    coalesce(sum(reports.part - reports.whole) filter (where reports.part > reports.whole), 0) as excess,
    list_sort(list(reports.facility) filter (where reports.part > reports.whole)) as units_above,
    list_sort(list(reports.facility) filter (where reports.part < reports.whole)) as units_below
from reports
inner join wholes using (rule, terms)
where reports.part is not null
group by reports.rule, reports.month
order by reports.rule, reports.month
