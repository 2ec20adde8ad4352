-- How much of its year's target had each unit reached by the end of each month?
-- rules, sides ('part' or 'whole') and elements say together what is added up, one element a place: parts are told by
-- month, wholes by year. A unit counts from its first part of the year on, where it has every element of the whole.
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

parts as (
    select
        sides.rule,
        observations.facility,
        observations.period_start as month,
        sum(observations.value) as part
    from observations
    inner join sides using (element)
    where
        observations.kabupaten = $kabupaten
        and sides.side = 'part'
    group by sides.rule, observations.facility, observations.period_start
),

targets as (
    select
        sides.rule,
        observations.facility,
        year(observations.period_start) as year,
        sum(observations.value) as whole,
        count(*) as terms
    from observations
    inner join sides using (element)
    where
        observations.kabupaten = $kabupaten
        and sides.side = 'whole'
    group by sides.rule, observations.facility, year(observations.period_start)
),

months as (
    select distinct month from parts
),

reached as (
    select
        targets.rule,
        targets.facility,
        months.month,
        targets.whole,
        sum(parts.part) as part
    from targets
    inner join wholes using (rule, terms)
    inner join months on targets.year = year(months.month)
    inner join parts
        on
            targets.rule = parts.rule
            and targets.facility = parts.facility
            and targets.year = year(parts.month)
            and months.month >= parts.month
    group by targets.rule, targets.facility, months.month, targets.whole
)

select
    reached.rule,
    reached.month,
    sum(reached.part) as part,
    sum(reached.whole) as whole,
    list_sort(list(reached.facility)) as units,
    list_sort(list(reached.facility) filter (where reached.part > reached.whole)) as units_above,
    list_sort(list(reached.facility) filter (
        where reached.part > settings.coverage_unlikely * reached.whole
    )) as units_far_above
from reached
cross join settings
group by reached.rule, reached.month
order by reached.rule, reached.month
