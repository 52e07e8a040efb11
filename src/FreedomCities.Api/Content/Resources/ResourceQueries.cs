using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using Npgsql;

namespace FreedomCities.Api.Content.Resources;

internal sealed class ResourceQueries(ReadConnections database)
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
            'state', case when s.event_date < (now() at time zone 'UTC')::date then 'past' else 'upcoming' end
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
            join topic_translation pw on pw.topic_id = p.id and pw.language = served_language(p.id, @Languages)
          ) as topics,
          {TranslationSql.Columns},
          array[s.family::text, s.place::text, s.id::text] as cursor_key
        from resource s
        join record r on r.id = s.id
        {TranslationSql.Join}
        join resource_translation w on w.resource_id = r.id and w.language = t.language
        """;

    private const string PageSql = """
        select s.id
        from resource s
        where exists (select from translation t where t.record_id = s.id and t.status = 'published')
          and (@Kind::text is null or s.kind = @Kind)
          and (@LinkState::text is null or s.link_state = @LinkState)
          and (@Parent::text is null or s.parent_id = (
            select h.record_id from slug_history h where h.type = 'resource' and h.slug = @Parent
          ))
          and (@Topic::text is null or exists (
            select
            from faq_resource fs
            join translation fl on fl.record_id = fs.faq_id and fl.language = fs.language
            join faq_topic ft on ft.faq_id = fs.faq_id
            where fs.resource_id in (s.id, s.parent_id)
              and fl.status = 'published'
              and ft.topic_id = (select h.record_id from slug_history h where h.type = 'topic' and h.slug = @Topic)
          ))
          and (@Slugs::text[] is null or s.id = any (array(
            select h.record_id from slug_history h where h.type = 'resource' and h.slug = any (@Slugs)
          )))
          and (@After::text[] is null or (s.family, s.place, s.id) > (
            (@After::text[])[1]::uuid, (@After::text[])[2]::integer, (@After::text[])[3]::uuid
          ))
        order by s.family, s.place, s.id
        limit @Rows
        """;

    private const string RecordsSql = $"""
        {Select}
        where s.id = any (@Ids)
        order by array_position(@Ids, s.id)
        """;

    private const string FindSql = $"""
        {Select}
        where r.type = 'resource'
          and r.slug = @Slug
        """;

    public Task<Resource[]> List(ListResourcesRequest request, Cursor page, CancellationToken ct) =>
        database.QueryPage<Resource>(
            PageSql,
            new
            {
                Kind = request.Kind?.Text,
                LinkState = request.LinkState?.Text,
                Parent = request.Parent?.Text,
                Topic = request.Topic?.Text,
                Slugs = request.Slugs?.Items,
                page.Rows,
                page.After,
            },
            RecordsSql,
            TranslationSql.Parameters(page.Languages),
            ct);

    public Task<Resource?> Find(string slug, Languages languages, CancellationToken ct) =>
        database.QueryFirstWithGenericPlan<Resource>(FindSql, TranslationSql.Parameters(languages, new NpgsqlParameter("Slug", slug)), ct);
}
