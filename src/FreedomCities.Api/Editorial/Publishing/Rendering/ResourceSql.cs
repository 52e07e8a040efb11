namespace FreedomCities.Api.Editorial.Publishing.Rendering;

internal static class ResourceSql
{
    public const string Select = $"""
        select
          r.id,
          r.slug,
          s.kind,
          w.title,
          w.description,
          s.url,
          s.link_state,
          s.link_checked_at,
          (select p.slug from record p where p.id = s.parent_id) as parent,
          s.position,
          case when s.event_date is not null then jsonb_build_object(
            'date', s.event_date,
            'time', s.event_time,
            'zone', e.zone,
            'state', case when event_end(s.event_date, e.zone) <= @Now then 'past' else 'upcoming' end
          ) end as event,
          (
            select coalesce(jsonb_agg(jsonb_build_object('slug', pr.slug, 'name', pw.name) order by p.position), '[]')
            from (
              select distinct ft.topic_id
              from faq_resource fs
              join translation fl on fl.record_id = fs.faq_id and fl.language = fs.language
              join faq_topic ft on ft.faq_id = fs.faq_id
              where fs.resource_id in (s.id, s.parent_id)
                and fl.status = 'published'
            ) linking
            join topic p on p.id = linking.topic_id
            join record pr on pr.id = p.id
            join topic_translation pw on pw.topic_id = p.id and pw.language = served_language(p.id, {TextSql.Languages})
          ) as topics,
          {TextSql.Columns}
        {TextSql.From}
        join resource s on s.id = r.id
        join resource_translation w on w.resource_id = r.id and w.language = t.language
        left join lateral (select find_event_zone(s.id) as zone) e on s.event_date is not null
        {TextSql.Where}
        """;
}
