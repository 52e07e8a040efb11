using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using Npgsql;
using NpgsqlTypes;

namespace FreedomCities.Api.Content.Topics;

internal sealed class TopicQueries(ReadConnections database)
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
          {TranslationSql.Columns},
          array[p.position::text] as cursor_key
        from topic p
        join record r on r.id = p.id
        {TranslationSql.Join}
        join topic_translation w on w.topic_id = r.id and w.language = t.language
        """;

    private const string ListSql = $"""
        {Select}
        where (@After::text[] is null or p.position > (@After::text[])[1]::integer)
        order by p.position
        limit @Rows
        """;

    private const string FindSql = $"""
        {Select}
        where r.type = 'topic'
          and r.slug = @Slug
        """;

    private const string FindByAnySlugSql = $"""
        {Select}
        where r.id = (select h.record_id from slug_history h where h.type = 'topic' and h.slug = @Slug)
        """;

    public Task<Topic[]> List(Cursor page, CancellationToken ct) =>
        database.QueryWithGenericPlan<Topic>(
            ListSql,
            TranslationSql.Parameters(
                page.Languages,
                new("Rows", page.Rows),
                new NpgsqlParameter<string[]?>("After", NpgsqlDbType.Array | NpgsqlDbType.Text) { TypedValue = page.After }),
            ct);

    public Task<Topic?> Find(string slug, Languages languages, CancellationToken ct) => First(FindSql, slug, languages, ct);

    /// <param name="slug">Current or earlier slug, as in list filters.</param>
    public Task<Topic?> FindByAnySlug(string slug, Languages languages, CancellationToken ct) =>
        First(FindByAnySlugSql, slug, languages, ct);

    private Task<Topic?> First(string sql, string slug, Languages languages, CancellationToken ct) =>
        database.QueryFirstWithGenericPlan<Topic>(sql, TranslationSql.Parameters(languages, new NpgsqlParameter("Slug", slug)), ct);
}
