using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests.Paging;

namespace FreedomCities.Api.Content.Resources;

internal sealed class ResourceQueries(ReadConnections database)
{
    private const string Resources = $"""
        select d.document, d.language, array[s.family::text, s.place::text, s.record_id::text] as cursor_key
        from served s
        {ServedQueries.Best}
        where s.type = 'resource'
          and s.is_first
        """;

    private const string Filters = """
          and (@Kind::text is null or s.kind = @Kind)
          and (@LinkState::text is null or s.link_state = @LinkState)
          and (@Parent::text is null or s.parents @> array[@Parent])
          and (@Topic::text is null or s.topics @> array[@Topic])
          and (@Slugs::text[] is null or s.slugs && @Slugs)
        """;

    private const string Page = $"""
          and (s.family, s.place, s.record_id) > (
            coalesce((@After::text[])[1], '{ServedQueries.FirstId}')::uuid,
            coalesce((@After::text[])[2], '0')::integer,
            coalesce((@After::text[])[3], '{ServedQueries.FirstId}')::uuid
          )
        order by s.family, s.place, s.record_id
        limit @Rows
        """;

    private const string ListSql = $"""
        {Resources}
        {Page}
        """;

    private const string FilteredSql = $"""
        {Resources}
        {Filters}
        {Page}
        """;

    public Task<ServedDocument[]> List(ListResourcesRequest request, Cursor page, CancellationToken ct)
    {
        var isFiltered = request is not { Kind: null, LinkState: null, Parent: null, Topic: null, Slugs: null };
        var parameters = new
        {
            Kind = request.Kind?.Text,
            LinkState = request.LinkState?.Text,
            Parent = request.Parent?.Text,
            Topic = request.Topic?.Text,
            Slugs = request.Slugs?.Items,
            page.After,
            page.Rows,
            Languages = page.Languages.Candidates,
        };
        return isFiltered
            ? database.FilterServed(FilteredSql, parameters, page.Languages, ct)
            : database.ListServed(ListSql, parameters, page.Languages, ct);
    }
}
