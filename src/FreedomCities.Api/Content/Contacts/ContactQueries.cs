using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests.Paging;

namespace FreedomCities.Api.Content.Contacts;

internal sealed class ContactQueries(ReadConnections database)
{
    private const string Contacts = $"""
        select d.document, d.language, array[s.record_id::text] as cursor_key
        from served s
        {ServedQueries.Best}
        where s.type = 'contact'
          and s.is_first
        """;

    private const string Filters = """
          and (@Kind::text is null or s.kind = @Kind)
          and (@State::text is null or s.state = @State)
          and (@City::text is null or s.city = lower(@City))
          and (@Affiliate::text is null or s.affiliate = @Affiliate)
          and (@Office::text is null or s.parents @> array[@Office])
          and (@Slugs::text[] is null or s.slugs && @Slugs)
        """;

    private const string Page = $"""
          and s.record_id > coalesce((@After::text[])[1], '{ServedQueries.FirstId}')::uuid
        order by s.record_id
        limit @Rows
        """;

    private const string ListSql = $"""
        {Contacts}
        {Page}
        """;

    private const string FilteredSql = $"""
        {Contacts}
        {Filters}
        {Page}
        """;

    public Task<ServedDocument[]> List(ListContactsRequest request, Cursor page, CancellationToken ct)
    {
        var isFiltered = request is not { Kind: null, State: null, City: null, Affiliate: null, Office: null, Slugs: null };
        var parameters = new
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
        };
        return isFiltered
            ? database.FilterServed(FilteredSql, parameters, page.Languages, ct)
            : database.ListServed(ListSql, parameters, page.Languages, ct);
    }
}
