-- In how many reports do the parts of a rule add up to more, or to less, than its whole?
-- rules, sides ('part' or 'whole'), elements, grains, starts and ends say together what each rule adds up, one element a
-- place. Reports are those of months, or of years (grain), that touch the rule's period; one counts where it has any part
-- and every element of the whole.
with sides as (
    select distinct
        unnest($rules) as rule,
        unnest($sides) as side,
        unnest($elements) as element,
        unnest($grains) as grain,
        unnest($starts) as period_start,
        unnest($ends) as period_end
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
        date_trunc(sides.grain, observations.period_start) as period,
        sum(observations.value) filter (where sides.side = 'part') as part,
        sum(observations.value) filter (where sides.side = 'whole') as whole,
        count(distinct sides.element) filter (where sides.side = 'whole') as terms
    from observations
    inner join sides using (element)
    where
        observations.kabupaten = $kabupaten
        and observations.period_start <= sides.period_end
        and observations.period_end >= sides.period_start
    group by sides.rule, observations.facility, date_trunc(sides.grain, observations.period_start)
),

compared as (
    select
        reports.rule,
        reports.facility,
        reports.part,
        reports.whole
    from reports
    inner join wholes using (rule, terms)
    where reports.part is not null
)

select
    compared.rule,
    count(*) as reports,
    sum(compared.part) as part,
    sum(compared.whole) as whole,
    count(*) filter (where compared.part > compared.whole) as above,
    count(*) filter (where compared.part < compared.whole) as below,
    coalesce(sum(compared.part - compared.whole) filter (where compared.part > compared.whole), 0) as excess,
    coalesce(sum(compared.whole - compared.part) filter (where compared.part < compared.whole), 0) as shortfall,
    count(distinct compared.facility) as units,
    list_sort(list(distinct compared.facility) filter (where compared.part > compared.whole)) as units_above,
    list_sort(list(distinct compared.facility) filter (where compared.part < compared.whole)) as units_below,
    count(distinct compared.facility) filter (
        where compared.part > settings.coverage_unlikely * compared.whole
    ) as units_far_above
from compared
cross join settings
group by compared.rule
order by compared.rule
