-- Grain: one row per published value: area, indicator, content, measure and period, from the newest visible submission.
select
    published_rows.area,
    published_rows.indicator,
    published_rows.content,
    published_rows.measure,
    published_rows.period_start,
    published_rows.period_end,
    published_rows.value,
    published_rows.low,
    published_rows.high,
    published_rows.sign,
    published_rows.source,
    published_rows.url,
    published_rows.note,
    submissions.kabupaten,
    submissions.mode
from published_rows
inner join submissions using (submission)
inner join scopes
    on
        published_rows.submission = scopes.submission
        and submissions.dataset = scopes.dataset
        and scopes.unit = concat_ws(
            '/', published_rows.area, published_rows.indicator, published_rows.content, published_rows.measure
        )
        and published_rows.period_start = scopes.period_start
        and published_rows.period_end = scopes.period_end
