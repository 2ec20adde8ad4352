-- Grain: one row per innovation of the registry that counts now.
select
    submission,
    kabupaten,
    mode,
    key as innovation,
    place,
    fields ->> '$.name' as name,
    fields ->> '$.long_name' as long_name,
    fields ->> '$.owner' as owner,
    fields ->> '$.stage' as stage,
    try_cast(fields ->> '$.trial_from' as date) as trial_from,
    try_cast(fields ->> '$.applied_from' as date) as applied_from,
    fields ->> '$.iga_status' as iga_status,
    coalesce(cast(fields -> '$.iga_years' as integer[]), []) as iga_years,
    coalesce(cast(fields -> '$.iga_accepted' as integer[]), []) as iga_accepted,
    coalesce(cast(fields -> '$.indicators' as varchar[]), []) as indicators,
    coalesce(cast(fields -> '$.facilities' as varchar[]), []) as facilities,
    coalesce(cast(fields -> '$.kecamatan' as varchar[]), []) as kecamatan,
    fields
from list_entries
where dataset = 'innovation_registry'
