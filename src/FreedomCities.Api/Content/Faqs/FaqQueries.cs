using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;

namespace FreedomCities.Api.Content.Faqs;

internal sealed class FaqQueries(ReadConnections database)
{
    private const string Included = """
        case when @WithResources then served_documents(d.resources, @Languages) end as resources,
        case when @WithContacts then served_documents(d.contacts, @Languages) end as contacts
        """;

    private const string Faqs = $"""
        from served s
        {ServedQueries.Best}
        where s.type = 'faq'
          and s.is_first
        """;

    private const string Filters = """
          and (@Topic::text is null or s.topics @> array[@Topic])
          and (@Jurisdiction::text is null or s.jurisdiction = @Jurisdiction)
          and (@UpdatedSince::timestamptz is null or s.updated_at >= @UpdatedSince)
          and (@Slugs::text[] is null or s.slugs && @Slugs)
        """;

    private const string SelectByPosition = $"""
        select d.document, d.language, array[s.position::text, s.record_id::text] as cursor_key, {Included}
        """;

    private const string PageByPosition = $"""
          and (s.position, s.record_id) > (
            coalesce((@After::text[])[1], '-Infinity')::numeric, coalesce((@After::text[])[2], '{ServedQueries.FirstId}')::uuid
          )
        order by s.position, s.record_id
        limit @Rows
        """;

    private const string SelectByLastUpdate = $"""
        select d.document, d.language, array[s.updated_at::text, s.record_id::text] as cursor_key, {Included}
        """;

    private const string PageByLastUpdate = $"""
          and (s.updated_at, s.record_id) < (
            coalesce((@After::text[])[1], 'infinity')::timestamptz, coalesce((@After::text[])[2], '{ServedQueries.LastId}')::uuid
          )
        order by s.updated_at desc, s.record_id desc
        limit @Rows
        """;

    private const string ByPositionSql = $"""
        {SelectByPosition}
        {Faqs}
        {PageByPosition}
        """;

    private const string FilteredByPositionSql = $"""
        {SelectByPosition}
        {Faqs}
        {Filters}
        {PageByPosition}
        """;

    private const string ByLastUpdateSql = $"""
        {SelectByLastUpdate}
        {Faqs}
        {PageByLastUpdate}
        """;

    private const string FilteredByLastUpdateSql = $"""
        {SelectByLastUpdate}
        {Faqs}
        {Filters}
        {PageByLastUpdate}
        """;

    private const string FindSql = $"""
        select d.document, d.language, null as cursor_key, {Included}
        from (
          select s.document, s.language, s.resources, s.contacts
          from served s
          where s.type = 'faq'
            and s.slug = @Slug
          order by array_position(@Languages, lower(s.language)), s.language
          limit 1
        ) d
        """;

    public Task<ServedDocument[]> List(ListFaqsRequest request, Cursor page, CancellationToken ct)
    {
        var isFiltered = request is not { Topic: null, Jurisdiction: null, UpdatedSince: null, Slugs: null };
        var parameters = new
        {
            Topic = request.Topic?.Text,
            Jurisdiction = request.Jurisdiction?.Text,
            UpdatedSince = request.UpdatedSince?.Time,
            Slugs = request.Slugs?.Items,
            WithResources = request.Include is { Resources: true },
            WithContacts = request.Include is { Contacts: true },
            page.After,
            page.Rows,
            Languages = page.Languages.Candidates,
        };
        return (request.Sort?.Text, isFiltered) switch
        {
            ("-updatedAt", true) => database.FilterServed(FilteredByLastUpdateSql, parameters, page.Languages, ct),
            ("-updatedAt", false) => database.ListServed(ByLastUpdateSql, parameters, page.Languages, ct),
            (_, true) => database.FilterServed(FilteredByPositionSql, parameters, page.Languages, ct),
            _ => database.ListServed(ByPositionSql, parameters, page.Languages, ct),
        };
    }

    public Task<ServedDocument?> Find(string slug, FaqInclude? include, Languages languages, CancellationToken ct) =>
        database.FindServed(
            FindSql,
            new
            {
                Slug = slug,
                WithResources = include is { Resources: true },
                WithContacts = include is { Contacts: true },
                Languages = languages.Candidates,
            },
            languages,
            ct);
}
