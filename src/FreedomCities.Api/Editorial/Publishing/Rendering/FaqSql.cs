namespace FreedomCities.Api.Editorial.Publishing.Rendering;

internal static class FaqSql
{
    public const string Select = $"""
        select
          r.id,
          r.slug,
          w.question,
          w.aliases,
          jsonb_build_object('markdown', w.answer_markdown, 'html', w.answer_html, 'text', w.answer_text) as answer,
          (
            select coalesce(jsonb_agg(jsonb_build_object('slug', pr.slug, 'name', pw.name) order by p.position), '[]')
            from faq_topic pf
            join topic p on p.id = pf.topic_id
            join record pr on pr.id = p.id
            join topic_translation pw on pw.topic_id = p.id and pw.language = served_language(p.id, {TextSql.Languages})
            where pf.faq_id = r.id
          ) as topics,
          f.jurisdiction,
          (
            select coalesce(
              jsonb_agg(jsonb_build_object(
                'slug', sr.slug,
                'kind', s.kind,
                'title', sw.title,
                'url', s.url,
                'link_state', s.link_state
              ) order by fs.position),
              '[]'
            )
            from faq_resource fs
            join resource s on s.id = fs.resource_id
            join record sr on sr.id = s.id
            join resource_translation sw on sw.resource_id = s.id and sw.language = served_language(s.id, {TextSql.Languages})
            where fs.faq_id = r.id
              and fs.language = t.language
          ) as resources,
          (
            select coalesce(
              jsonb_agg(jsonb_build_object('slug', cr.slug, 'kind', c.kind, 'name', cw.name) order by fc.position),
              '[]'
            )
            from faq_contact fc
            join contact c on c.id = fc.contact_id
            join record cr on cr.id = c.id
            join contact_translation cw on cw.contact_id = c.id and cw.language = served_language(c.id, {TextSql.Languages})
            where fc.faq_id = r.id
              and fc.language = t.language
          ) as contacts,
          {TextSql.Columns}
        {TextSql.From}
        join faq f on f.id = r.id
        join faq_translation w on w.faq_id = r.id and w.language = t.language
        {TextSql.Where}
        """;
}
