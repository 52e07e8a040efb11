using Dapper;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>The statements of a document's import.</summary>
internal sealed class DocumentQueries(NpgsqlConnection connection, string language, CancellationToken ct)
{
    private const string EntriesSql = """
        select
          f.id,
          r.slug,
          w.question,
          w.answer_written as written,
          w.aliases,
          f.jurisdiction,
          f.position::text as position,
          t.status,
          t.origin,
          t.outdated,
          t.content_hash,
          d.title as source_title,
          array(
            select fs.resource_id from faq_resource fs where fs.faq_id = f.id and fs.language = w.language order by fs.position
          ) as resources,
          array(
            select fc.contact_id from faq_contact fc where fc.faq_id = f.id and fc.language = w.language order by fc.position
          ) as contacts
        from faq_topic ft
        join faq f on f.id = ft.faq_id
        join record r on r.id = f.id
        join faq_translation w on w.faq_id = f.id and w.language = @language
        join translation t on t.record_id = f.id and t.language = w.language
        join source_document d on d.id = t.source_document_id
        where ft.topic_id = @Topic
        order by f.position, f.id
        """;

    private const string HasTopicWordsSql = "select exists (select from topic_translation where topic_id = @Topic and language = @language)";

    private const string TopicNamesSql = """
        select r.slug, w.name
        from topic_translation w
        join record r on r.id = w.topic_id
        order by r.slug, w.language
        """;

    private const string WriteTopicSql = """
        insert into topic (id, position)
        select @Topic, coalesce(max(position), 0) + 1
        from topic
        on conflict (id) do nothing
        """;

    private const string WriteTopicWordsSql = """
        insert into topic_translation (topic_id, language, name)
        values (@Topic, @language, @Name)
        on conflict (topic_id, language) do update
        set name = excluded.name
        """;

    private const string EndSql = "select coalesce(max(position), 0)::text from faq";

    private const string BeforeSql = "select coalesce(max(position), @Position::numeric - 1)::text from faq where position < @Position::numeric";

    // Spread evenly up to the next entry, whosever it is: the numbers get longer with the logarithm of their count alone.
    private const string AfterSql = """
        with gap as (
          select @Position::numeric as low, (select min(f.position) from faq f where f.position > @Position::numeric) as high
        )
        select trim_scale(case when high is null then low + n else low + (high - low) * n / (@Count + 1) end)::text
        from gap
        cross join generate_series(1, @Count) as n
        order by n
        """;

    private const string WriteEntrySql = """
        insert into faq as f (id, position, jurisdiction)
        values (@Id, @Position::numeric, @Jurisdiction)
        on conflict (id) do update
        set position = excluded.position,
            jurisdiction = coalesce(excluded.jurisdiction, f.jurisdiction)
        """;

    private const string WriteWordsSql = """
        insert into faq_translation as w (faq_id, language, question, aliases, answer_written, answer_markdown, answer_html, answer_text)
        values (@Id, @language, @Question, coalesce(@Aliases::text[], '{}'), @Written, @Markdown, @Html, @Text)
        on conflict (faq_id, language) do update
        set question = excluded.question,
            aliases = coalesce(@Aliases::text[], w.aliases),
            answer_written = excluded.answer_written,
            answer_markdown = excluded.answer_markdown,
            answer_html = excluded.answer_html,
            answer_text = excluded.answer_text
        """;

    private const string WriteResourcesSql = """
        delete from faq_resource where faq_id = @Id and language = @language;
        insert into faq_resource (faq_id, language, resource_id, position)
        select @Id, @language, resource_id, place from unnest(@Resources) with ordinality as given (resource_id, place);
        """;

    private const string WriteReferencesSql = """
        insert into faq_topic (topic_id, faq_id) values (@Topic, @Id) on conflict do nothing;

        delete from faq_contact where faq_id = @Id and language = @language;
        insert into faq_contact (faq_id, language, contact_id, position)
        select @Id, @language, contact_id, place from unnest(@Contacts) with ordinality as given (contact_id, place);
        """;

    public async Task<ExistingEntry[]> Entries(Guid topic) =>
        [.. await connection.QueryAsync<ExistingEntry>(new(EntriesSql, new { Topic = topic, language }, cancellationToken: ct))];

    public Task<bool> HasTopicWords(Guid topic) =>
        connection.ExecuteScalarAsync<bool>(new(HasTopicWordsSql, new { Topic = topic, language }, cancellationToken: ct));

    /// <summary>In every language.</summary>
    public async Task<(string Slug, string Name)[]> TopicNames() =>
        [.. await connection.QueryAsync<(string, string)>(new(TopicNamesSql, cancellationToken: ct))];

    public async Task WriteTopic(Guid topic, string name)
    {
        await connection.ExecuteAsync(new(WriteTopicSql, new { Topic = topic }, cancellationToken: ct));
        await connection.ExecuteAsync(new(WriteTopicWordsSql, new { Topic = topic, language, Name = name }, cancellationToken: ct));
    }

    /// <summary>The place that a new document begins after: the end, or, if it is known, just before its first entry.</summary>
    public Task<string> PositionBefore(string? first) =>
        first is null
            ? connection.QuerySingleAsync<string>(new(EndSql, cancellationToken: ct))
            : connection.QuerySingleAsync<string>(new(BeforeSql, new { Position = first }, cancellationToken: ct));

    /// <summary>Places for as many entries between one and the next.</summary>
    public async Task<string[]> PositionsAfter(string position, int count) =>
        [.. await connection.QueryAsync<string>(new(AfterSql, new { Position = position, Count = count }, cancellationToken: ct))];

    public Task WriteEntry(Guid id, string position, string? jurisdiction) =>
        connection.ExecuteAsync(new(WriteEntrySql, new { Id = id, Position = position, Jurisdiction = jurisdiction }, cancellationToken: ct));

    public async Task WriteContent(Guid id, Guid topic, EntryContent content)
    {
        await WriteWords(id, content);
        await connection.ExecuteAsync(new(WriteReferencesSql, new { Id = id, Topic = topic, language, content.Contacts }, cancellationToken: ct));
    }

    /// <summary>Question, answer, and the resources that it links to.</summary>
    public async Task WriteWords(Guid id, EntryContent content)
    {
        await connection.ExecuteAsync(new(
            WriteWordsSql,
            new { Id = id, language, content.Question, content.Aliases, content.Written, content.Answer.Markdown, content.Answer.Html, content.Answer.Text },
            cancellationToken: ct));
        await connection.ExecuteAsync(new(WriteResourcesSql, new { Id = id, language, content.Resources }, cancellationToken: ct));
    }
}
