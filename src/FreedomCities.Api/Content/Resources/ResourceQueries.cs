using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests.Paging;

namespace FreedomCities.Api.Content.Resources;

internal sealed class ResourceQueries(ReadConnections database)
{
    private const string ListSql = $"""
        select d.document, d.language, array[s.family::text, s.place::text, s.record_id::text] as cursor_key
        from served s
        {ServedQueries.Best}
        where s.type = 'resource'
          and s.is_first
          and s.family is not null
          and (@Kind::text is null or s.kind = @Kind)
          and (@LinkState::text is null or s.link_state = @LinkState)
          and (@Parent::text is null or s.parents @> array[@Parent])
          and (@Topic::text is null or s.topics @> array[@Topic])
          and (@Slugs::text[] is null or s.slugs && @Slugs)
          and (@After::text[] is null or (s.family, s.place, s.record_id) > (
            (@After::text[])[1]::uuid, (@After::text[])[2]::integer, (@After::text[])[3]::uuid
          ))
        order by s.family, s.place, s.record_id
        limit @Rows
        """;

    public Task<ServedDocument[]> List(ListResourcesRequest request, Cursor page, CancellationToken ct) =>
        database.ListServed(
            ListSql,
            new
            {
                Kind = request.Kind?.Text,
                LinkState = request.LinkState?.Text,
                Parent = request.Parent?.Text,
                Topic = request.Topic?.Text,
                Slugs = request.Slugs?.Items,
                page.After,
                page.Rows,
                Languages = page.Languages.Candidates,
            },
            page.Languages,
            ct);
}
