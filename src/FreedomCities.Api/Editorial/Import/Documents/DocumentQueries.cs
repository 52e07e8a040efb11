using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Import.Documents.Planning;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>The queries and writes of a document's import.</summary>
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
            select x.slug from faq_topic ft join record x on x.id = ft.topic_id where ft.faq_id = f.id order by x.slug
          ) as topics,
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

    private const string HasTopicNameSql = "select exists (select from topic_translation where topic_id = @Topic and language = @language)";

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

    private const string WriteTopicNameSql = """
        insert into topic_translation (topic_id, language, name)
        values (@Topic, @language, @Name)
        on conflict (topic_id, language) do update
        set name = excluded.name
        """;

    private const string LastPositionSql = "select coalesce(max(position), 0)::text from faq";

    private const string PositionBeforeSql = """
        select coalesce(max(position), @Position::numeric - 1)::text
        from faq
        where position < @Position::numeric
        """;

    // Even steps up to the next entry of any topic. The number of digits grows only with the logarithm of the number of entries.
    private const string PositionsAfterSql = """
        with gap as (
          select
            @Position::numeric as low,
            (select min(f.position) from faq f where f.position > @Position::numeric) as high
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

    private const string WriteTextSql = """
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
        insert into faq_topic (topic_id, faq_id) select topic_id, @Id from unnest(@Topics) as given (topic_id) on conflict do nothing;

        delete from faq_contact where faq_id = @Id and language = @language;
        insert into faq_contact (faq_id, language, contact_id, position)
        select @Id, @language, contact_id, place from unnest(@Contacts) with ordinality as given (contact_id, place);
        """;

    public Task<ExistingEntry[]> Entries(Guid topic) =>
        connection.Query<ExistingEntry>(EntriesSql, new { Topic = topic, language }, ct);

    public Task<bool> HasTopicName(Guid topic) =>
        connection.QueryFirst<bool>(HasTopicNameSql, new { Topic = topic, language }, ct);

    /// <summary>The names of all topics in all languages.</summary>
    public Task<(string Slug, string Name)[]> TopicNames() =>
        connection.Query<(string Slug, string Name)>(TopicNamesSql, new { }, ct);

    public async Task WriteTopic(Guid topic, string name)
    {
        await connection.Execute(WriteTopicSql, new { Topic = topic }, ct);
        await connection.Execute(WriteTopicNameSql, new { Topic = topic, language, Name = name }, ct);
    }

    /// <summary>The position before a document's first existing entry; without one, the last position.</summary>
    public async Task<string> PositionBefore(string? first) =>
        (await connection.QueryFirst<string>(first is null ? LastPositionSql : PositionBeforeSql, new { Position = first }, ct))!;

    /// <summary>As many positions between an entry and the next one.</summary>
    public Task<string[]> PositionsAfter(string position, int count) =>
        connection.Query<string>(PositionsAfterSql, new { Position = position, Count = count }, ct);

    public Task WriteEntry(Guid id, string position, string? jurisdiction) =>
        connection.Execute(WriteEntrySql, new { Id = id, Position = position, Jurisdiction = jurisdiction }, ct);

    public async Task WriteContent(Guid id, Guid[] topics, EntryContent content)
    {
        await WriteText(id, content);
        await connection.Execute(WriteReferencesSql, new { Id = id, Topics = topics, language, content.Contacts }, ct);
    }

    /// <summary>Writes question, answer and aliases, and the resources that the answer links to.</summary>
    public async Task WriteText(Guid id, EntryContent content)
    {
        await connection.Execute(
            WriteTextSql,
            new
            {
                Id = id,
                language,
                content.Question,
                content.Aliases,
                content.Written,
                content.Answer.Markdown,
                content.Answer.Html,
                content.Answer.Text,
            },
            ct);
        await connection.Execute(WriteResourcesSql, new { Id = id, language, content.Resources }, ct);
    }
}
