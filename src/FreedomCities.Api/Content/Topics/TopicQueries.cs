using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;

namespace FreedomCities.Api.Content.Topics;

internal sealed class TopicQueries(ReadConnections database)
{
    private const string ListSql = $"""
        select d.document, d.language, array[s.position::text] as cursor_key
        from served s
        {ServedQueries.Best}
        where s.type = 'topic'
          and s.is_first
          and s.position > coalesce((@After::text[])[1], '-Infinity')::numeric
        order by s.position
        limit @Rows
        """;

    private const string FindByAnySlugSql = """
        select s.document, s.language, null as cursor_key
        from served s
        join slug_history h on h.record_id = s.record_id
        where h.type = 'topic'
          and h.slug = @Slug
        order by array_position(@Languages, lower(s.language)), s.language
        limit 1
        """;

    public Task<ServedDocument[]> List(Cursor page, CancellationToken ct) => database.ListServed(
        ListSql,
        new { page.After, page.Rows, Languages = page.Languages.Candidates },
        page.Languages,
        ct);

    /// <param name="slug">Current or earlier slug, as in list filters.</param>
    public async Task<Topic?> FindByAnySlug(string slug, Languages languages, CancellationToken ct) =>
        (await database.FindServed(FindByAnySlugSql, new { Slug = slug, Languages = languages.Candidates }, languages, ct))?.Read<Topic>();
}
