using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using Npgsql;

namespace FreedomCities.Api.Content.Contacts;

internal sealed class ContactQueries(ReadConnections database)
{
    public const string Columns = $"""
          r.id,
          r.slug,
          c.kind,
          w.name,
          w.role,
          w.description,
          jsonb_build_object('slug', a.slug, 'name', a.name, 'url', a.url) as affiliate,
          (
            select jsonb_build_object('slug', o.slug, 'name', ow.name)
            from record o
            join contact_translation ow on ow.contact_id = o.id
            join translation ot on ot.record_id = ow.contact_id and ot.language = ow.language and ot.status = 'published'
            where o.id = c.office_id
            order by array_position(@Languages::text[], lower(ot.language)), ot.language
            limit 1
          ) as office,
          c.email,
          (
            select coalesce(
              jsonb_agg(jsonb_build_object(
                'number', h.number,
                'extension', h.extension,
                'display', h.display,
                'type', h.type,
                'verified_at', h.verified_at
              ) order by h.position),
              '[]'
            )
            from contact_phone h
            where h.contact_id = c.id
          ) as phones,
          case when coalesce(c.city, c.state, c.county, c.latitude::text) is not null then jsonb_build_object(
            'city', c.city,
            'state', c.state,
            'county', c.county,
            'latitude', c.latitude,
            'longitude', c.longitude
          ) end as location,
          (
            select coalesce(
              jsonb_agg(jsonb_build_object('kind', v.kind, 'code', v.code, 'name', v.name) order by v.kind desc, v.code),
              '[]'
            )
            from service_area v
            where v.contact_id = c.id
          ) as serves,
          c.languages,
          {TranslationSql.Columns},
          array[c.id::text] as cursor_key
        """;

    public const string From = $"""
        from contact c
        join affiliate a on a.id = c.affiliate_id
        join record r on r.id = c.id
        {TranslationSql.Join}
        join contact_translation w on w.contact_id = r.id and w.language = t.language
        """;

    public const string Select = $"""
        select
        {Columns}
        {From}
        """;

    private const string PageSql = """
        select c.id
        from contact c
        where exists (select from translation t where t.record_id = c.id and t.status = 'published')
          and (@Kind::text is null or c.kind = @Kind)
          and (@State::text is null or c.state = @State)
          and (@City::text is null or lower(c.city) = lower(@City))
          and (@Affiliate::text is null or c.affiliate_id = (select a.id from affiliate a where a.slug = @Affiliate))
          and (@Office::text is null or c.office_id = (
            select h.record_id from slug_history h where h.type = 'contact' and h.slug = @Office
          ))
          and (@Slugs::text[] is null or c.id = any (array(
            select h.record_id from slug_history h where h.type = 'contact' and h.slug = any (@Slugs)
          )))
          and (@After::text[] is null or c.id > (@After::text[])[1]::uuid)
        order by c.id
        limit @Rows
        """;

    private const string RecordsSql = $"""
        {Select}
        where c.id = any (@Ids)
        order by array_position(@Ids, c.id)
        """;

    private const string FindSql = $"""
        {Select}
        where r.type = 'contact'
          and r.slug = @Slug
        """;

    public Task<Contact[]> List(ListContactsRequest request, Cursor page, CancellationToken ct) =>
        database.QueryPage<Contact>(
            PageSql,
            new
            {
                Kind = request.Kind?.Text,
                State = request.State?.Text,
                City = request.City?.Text,
                Affiliate = request.Affiliate?.Text,
                Office = request.Office?.Text,
                Slugs = request.Slugs?.Items,
                page.Rows,
                page.After,
            },
            RecordsSql,
            TranslationSql.Parameters(page.Languages),
            ct);

    public Task<Contact?> Find(string slug, Languages languages, CancellationToken ct) =>
        database.QueryFirstWithGenericPlan<Contact>(FindSql, TranslationSql.Parameters(languages, new NpgsqlParameter("Slug", slug)), ct);
}
