-- Grain: one row per entry of a list, of every submission ever sent; what lists hold in `fields` is JSON.
-- A registry of innovations that an earlier warehouse stored in columns of its own is told in the same way.
with in_columns as (
    select
        submission,
        kabupaten,
        'innovation_registry' as dataset,
        name as key,
        name as label,
        row_number() over (partition by submission order by iga_year nulls last, name) as place,
        -- Merging into an empty object leaves out what is null.
        json_merge_patch(
            '{}',
            json_object(
                'name', name,
                'owner', owner,
                'year', year,
                'iga_years', case when iga_year is not null then [iga_year] end,
                'summary', description,
                'url', url,
                'source', source,
                'source_status', status,
                'note', nullif(concat_ws('; ', awards, 'ikut serta: ' || participation), '')
            )
        ) as fields
    from innovations_rows
)

select
    submission,
    kabupaten,
    dataset,
    key,
    label,
    place,
    cast(fields as json) as fields
from entries_rows
union all
select
    submission,
    kabupaten,
    dataset,
    key,
    label,
    place,
    cast(fields as json) as fields
from in_columns
