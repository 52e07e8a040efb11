using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using Npgsql;
using NpgsqlTypes;

namespace FreedomCities.Api.Content.Faqs;

internal sealed class FaqQueries(ReadConnections database)
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
            join topic_translation pw on pw.topic_id = p.id and pw.language = served_language(p.id, @Languages)
            where pf.faq_id = r.id
          ) as topics,
          f.jurisdiction,
          case when not @WholeResources then (
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
            join resource_translation sw on sw.resource_id = s.id and sw.language = served_language(s.id, @Languages)
            where fs.faq_id = r.id
              and fs.language = t.language
          ) end as resource_references,
          case when @WholeResources then (
            select coalesce(jsonb_agg(to_jsonb(whole) order by fs.position), '[]')
            from faq_resource fs
            cross join lateral ({ResourceQueries.Select} where s.id = fs.resource_id) whole
            where fs.faq_id = f.id
              and fs.language = w.language
          ) end as whole_resources,
          case when not @WholeContacts then (
            select coalesce(
              jsonb_agg(jsonb_build_object('slug', cr.slug, 'kind', c.kind, 'name', cw.name) order by fc.position),
              '[]'
            )
            from faq_contact fc
            join contact c on c.id = fc.contact_id
            join record cr on cr.id = c.id
            join contact_translation cw on cw.contact_id = c.id and cw.language = served_language(c.id, @Languages)
            where fc.faq_id = r.id
              and fc.language = t.language
          ) end as contact_references,
          case when @WholeContacts then (
            select coalesce(jsonb_agg(to_jsonb(whole) order by fc.position), '[]')
            from faq_contact fc
            cross join lateral ({ContactQueries.Select} where c.id = fc.contact_id) whole
            where fc.faq_id = f.id
              and fc.language = w.language
          ) end as whole_contacts,
          {TranslationSql.Columns},
          case @Sort
            when '-updatedAt' then array[r.updated_at::text, f.id::text]
            else array[f.position::text, f.id::text]
          end as cursor_key
        from faq f
        join record r on r.id = f.id
        {TranslationSql.Join}
        join faq_translation w on w.faq_id = r.id and w.language = t.language
        """;

    // Left joins: the planner removes those that no filter uses, and may start from those that a filter uses.
    private const string Page = """
        select f.id
        from faq f
        left join record r on r.id = f.id
        left join faq_topic ft on ft.faq_id = f.id
          and ft.topic_id = (select h.record_id from slug_history h where h.type = 'topic' and h.slug = @Topic)
        where exists (select from translation t where t.record_id = f.id and t.status = 'published')
          and (@Topic::text is null or ft.topic_id is not null)
          and (@Jurisdiction::text is null or f.jurisdiction = @Jurisdiction)
          and (@UpdatedSince::timestamptz is null or (r.type = 'faq' and r.updated_at >= @UpdatedSince))
          and (@Slugs::text[] is null or f.id = any (array(
            select h.record_id from slug_history h where h.type = 'faq' and h.slug = any (@Slugs)
          )))
        """;

    private const string ByPosition = $"""
        {Page}
          and (@After::text[] is null or (f.position, f.id) > ((@After::text[])[1]::numeric, (@After::text[])[2]::uuid))
        order by f.position, f.id
        limit @Rows
        """;

    private const string ByLastUpdate = $"""
        {Page}
          and r.type = 'faq'
          and (@After::text[] is null or (r.updated_at, r.id) < ((@After::text[])[1]::timestamptz, (@After::text[])[2]::uuid))
        order by r.updated_at desc, r.id desc
        limit @Rows
        """;

    private const string RecordsSql = $"""
        {Select}
        where f.id = any (@Ids)
        order by array_position(@Ids, f.id)
        """;

    private const string FindSql = $"""
        {Select}
        where r.type = 'faq'
          and r.slug = @Slug
        """;

    public Task<Faq[]> List(ListFaqsRequest request, Cursor page, CancellationToken ct)
    {
        var sql = request.Sort?.Text switch
        {
            "-updatedAt" => ByLastUpdate,
            _ => ByPosition,
        };
        return database.QueryPage<Faq>(
            sql,
            new
            {
                Topic = request.Topic?.Text,
                Jurisdiction = request.Jurisdiction?.Text,
                UpdatedSince = request.UpdatedSince?.Time,
                Slugs = request.Slugs?.Items,
                page.Rows,
                page.After,
            },
            RecordsSql,
            Parameters(request.Include, request.Sort?.Text, page.Languages),
            ct);
    }

    public Task<Faq?> Find(string slug, FaqInclude? include, Languages languages, CancellationToken ct) =>
        database.QueryFirstWithGenericPlan<Faq>(FindSql, [.. Parameters(include, sort: null, languages), new("Slug", slug)], ct);

    private static NpgsqlParameter[] Parameters(FaqInclude? include, string? sort, Languages languages) => TranslationSql.Parameters(
        languages,
        new("WholeResources", include is { Resources: true }),
        new("WholeContacts", include is { Contacts: true }),
        new NpgsqlParameter<string?>("Sort", NpgsqlDbType.Text) { TypedValue = sort });
}
