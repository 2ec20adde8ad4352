-- Grain: one row per innovation of the registry that counts now: the newest visible list of each kabupaten.
select innovations_rows.*
from innovations_rows
inner join scopes using (submission)
