using Dapper;
using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Delivery.Search.Engine;
using Npgsql;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Reads the documents of the index: everything that is published.</summary>
internal sealed class SearchQueries([FromKeyedServices(DatabaseModule.Background)] NpgsqlDataSource database)
{
    private const string RecordColumns = "p.id, p.type, p.slug, p.language, p.origin, p.outdated";

    private const string DocumentsSource = $$"""
        with published as (
          select r.id, r.type, r.slug, t.language, t.origin, t.outdated
          from record r
          join translation t on t.record_id = r.id
          where t.status = 'published'
            and (@Ids::uuid[] is null or r.id = any (@Ids))
        ),
        document as (
          select
            {{RecordColumns}},
            w.question as title,
            (
              select string_agg(tw.name, E'\n')
              from faq_topic ft
              join translation tt on tt.record_id = ft.topic_id and tt.status = 'published'
              join topic_translation tw on tw.topic_id = tt.record_id and tw.language = tt.language
              where ft.faq_id = p.id
                and (tt.language = p.language or not exists (
                  select
                  from translation same
                  where same.record_id = tt.record_id
                    and same.language = p.language
                    and same.status = 'published'
                ))
            ) as context,
            w.aliases,
            w.answer_text as body,
            array(
              select h.slug from faq_topic ft join slug_history h on h.record_id = ft.topic_id where ft.faq_id = p.id
            ) as topics,
            f.jurisdiction
          from published p
          join faq f on f.id = p.id
          join faq_translation w on w.faq_id = p.id and w.language = p.language
          union all
          select
            {{RecordColumns}},
            w.name,
            w.name,
            '{}',
            w.description,
            array(select h.slug from slug_history h where h.record_id = p.id),
            null
          from published p
          join topic_translation w on w.topic_id = p.id and w.language = p.language
          union all
          select
            {{RecordColumns}},
            w.title,
            null,
            '{}',
            w.description,
            array(
              select distinct h.slug
              from resource s
              join faq_resource fs on fs.resource_id in (s.id, s.parent_id)
              join translation fl on fl.record_id = fs.faq_id and fl.language = fs.language and fl.status = 'published'
              join faq_topic ft on ft.faq_id = fs.faq_id
              join slug_history h on h.record_id = ft.topic_id
              where s.id = p.id
            ),
            null
          from published p
          join resource_translation w on w.resource_id = p.id and w.language = p.language
          union all
          select
            {{RecordColumns}},
            w.name,
            concat_ws(E'\n', a.name, c.city, c.state),
            '{}',
            concat_ws(' · ', w.role, w.description, c.city || coalesce(', ' || c.state, ''), c.email, (
              select string_agg(h.display, ' · ' order by h.position) from contact_phone h where h.contact_id = c.id
            )),
            '{}',
            null
          from published p
          join contact c on c.id = p.id
          join affiliate a on a.id = c.affiliate_id
          join contact_translation w on w.contact_id = p.id and w.language = p.language
        )
        """;

    private const string AverageFieldLengthsSql = $"""
        {DocumentsSource}
        select
          coalesce(avg(length(title)), 1) as title,
          coalesce(avg(nullif(length(context), 0)), 1) as context,
          coalesce(avg(nullif(length(array_to_string(aliases, E'\n')), 0)), 1) as aliases,
          coalesce(avg(nullif(length(body), 0)), 1) as body
        from document
        where type = 'faq' or not exists (select from faq)
        """;

    private const string DocumentsSql = $"""
        {DocumentsSource}
        select
          id,
          type,
          slug,
          language,
          origin,
          outdated,
          title,
          coalesce(context, '') as context,
          aliases,
          convert_to(coalesce(body, ''), 'UTF8') as body,
          topics,
          jurisdiction
        from document
        order by id, language
        """;

    // The documents that depend on a record: an entry has the names and slugs of its topics, a resource the topics of its entries.
    private const string AffectedSql = """
        with entry as (
          select id from unnest(@Ids) as given (id)
          union
          select faq_id from faq_topic where topic_id = any (@Ids)
        ),
        linked as (
          select id from entry
          union
          select resource_id from faq_resource where faq_id in (select id from entry)
        )
        select id from linked
        union
        select id from resource where parent_id in (select id from linked)
        """;

    /// <summary>Indexes all documents, in one snapshot of the database.</summary>
    public async Task<IndexGeneration> ReadAll(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var all = new { Ids = (Guid[]?)null };
        var builder = new IndexGenerationBuilder(Searcher.Analyzer, await connection.QuerySingleAsync<FieldLengths>(
            new(AverageFieldLengthsSql, all, transaction, commandTimeout: 0, cancellationToken: ct)));
        var documents = connection.QueryUnbufferedAsync<SearchDocument>(DocumentsSql, all, transaction, commandTimeout: 0);
        await foreach (var document in documents.WithCancellation(ct))
        {
            builder.Add(document);
        }

        return builder.Build();
    }

    /// <summary>The changed records and those that depend on them, with their present documents.</summary>
    public async Task<(HashSet<Guid> Ids, SearchDocument[] Documents)> ReadChanged(HashSet<Guid> ids, CancellationToken ct)
    {
        var affected = await database.Query<Guid>(AffectedSql, new { Ids = ids.ToArray() }, ct);
        return ([.. affected], await database.Query<SearchDocument>(DocumentsSql, new { Ids = affected.ToArray() }, ct));
    }
}
