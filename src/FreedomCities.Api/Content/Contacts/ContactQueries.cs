using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests.Paging;

namespace FreedomCities.Api.Content.Contacts;

internal sealed class ContactQueries(ReadConnections database)
{
    private const string ListSql = $"""
        select d.document, d.language, array[s.record_id::text] as cursor_key
        from served s
        {ServedQueries.Best}
        where s.type = 'contact'
          and s.is_first
          and s.kind is not null
          and (@Kind::text is null or s.kind = @Kind)
          and (@State::text is null or s.state = @State)
          and (@City::text is null or s.city = lower(@City))
          and (@Affiliate::text is null or s.affiliate = @Affiliate)
          and (@Office::text is null or s.parents @> array[@Office])
          and (@Slugs::text[] is null or s.slugs && @Slugs)
          and (@After::text[] is null or s.record_id > (@After::text[])[1]::uuid)
        order by s.record_id
        limit @Rows
        """;

    public Task<ServedDocument[]> List(ListContactsRequest request, Cursor page, CancellationToken ct) =>
        database.ListServed(
            ListSql,
            new
            {
                Kind = request.Kind?.Text,
                State = request.State?.Text,
                City = request.City?.Text,
                Affiliate = request.Affiliate?.Text,
                Office = request.Office?.Text,
                Slugs = request.Slugs?.Items,
                page.After,
                page.Rows,
                Languages = page.Languages.Candidates,
            },
            page.Languages,
            ct);
}
