namespace FreedomCities.Api.Editorial.Publishing.Rendering;

internal static class TopicSql
{
    // The inner order by forces an index scan on faq_topic, even for a topic that holds most entries.
    public const string Select = $"""
        select
          r.id,
          r.slug,
          w.name,
          w.description,
          p.position,
          (
            select count(*)
            from (
              select ft.faq_id
              from faq_topic ft
              where ft.topic_id = r.id
              order by ft.faq_id
            ) f
            cross join lateral (
              select 1
              from translation ft
              where ft.record_id = f.faq_id
                and ft.status = 'published'
              limit 1
            ) published
          )::integer as faq_count,
          {TextSql.Columns}
        {TextSql.From}
        join topic p on p.id = r.id
        join topic_translation w on w.topic_id = r.id and w.language = t.language
        {TextSql.Where}
        """;
}
