using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests.Paging;

namespace FreedomCities.Api.Content.Contacts;

internal sealed class ContactQueries(ReadConnections database, TimeProvider clock)
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
          and (
            @Spoken::text[] is null and @OpenAt::timestamptz is null
            or s.record_id in (select m.id from matching_contacts(@Spoken, @OpenAt) as m (id))
          )
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
        var isFiltered = request is not
        {
            Kind: null, State: null, City: null, Affiliate: null, Office: null, Languages: null, Open: null, Slugs: null,
        };
        var parameters = new
        {
            Kind = request.Kind?.Text,
            State = request.State?.Text,
            City = request.City?.Text,
            Affiliate = request.Affiliate?.Text,
            Office = request.Office?.Text,
            Spoken = request.Languages?.Items,
            OpenAt = request.Open is null ? (DateTimeOffset?)null : clock.GetUtcNow(),
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
