using Dapper;
using FreedomCities.Api.Editorial.Publishing.Rendering;
using Npgsql;

namespace FreedomCities.Api.Tests.Support;

/// <summary>Puts records into a test's database, with only what the test is about named.</summary>
/// <param name="notified">Waits until readers get what was written.</param>
internal sealed class Given(NpgsqlDataSource database, Func<Task>? notified = null)
{
    private static int _count;

    public Task<Guid> Topic(string slug, string language = "en", string? name = null) => Insert(
        "topic", slug, language, "published",
        """
        insert into topic (id, position) select @id, coalesce(max(position), 0) + 1 from topic;
        insert into topic_translation (topic_id, language, name) values (@id, @language, @name);
        """,
        new { name = name ?? slug });

    /// <param name="position">Default: after all that are there.</param>
    public Task<Guid> Faq(
        string slug, string[]? topics = null, string? jurisdiction = null, string language = "en", string status = "published",
        string? question = null, string answer = "An answer.", double? position = null, DateTimeOffset? updatedAt = null,
        string[]? resources = null, string[]? contacts = null, string[]? aliases = null) => Insert(
        "faq", slug, language, status,
        """
        insert into faq (id, position, jurisdiction) select @id, coalesce(@position, max(position) + 1, 1), @jurisdiction from faq;
        insert into faq_translation (faq_id, language, question, answer_written, answer_markdown, answer_html, answer_text, aliases)
        values (@id, @language, @question, @answer, @answer, '<p>' || @answer || '</p>', @answer, @aliases);
        insert into faq_topic (faq_id, topic_id) select @id, id from record where type = 'topic' and slug = any (@topics);
        insert into faq_resource (faq_id, language, resource_id, position)
        select @id, @language, r.id, place from unnest(@resources) with ordinality as given (slug, place) join record r on r.type = 'resource' and r.slug = given.slug;
        insert into faq_contact (faq_id, language, contact_id, position)
        select @id, @language, r.id, place from unnest(@contacts) with ordinality as given (slug, place) join record r on r.type = 'contact' and r.slug = given.slug;
        """,
        new
        {
            question = question ?? $"What is {slug}?",
            answer,
            position,
            jurisdiction,
            topics = topics ?? [],
            resources = resources ?? [],
            contacts = contacts ?? [],
            aliases = aliases ?? [],
        },
        updatedAt);

    /// <summary>Another language of an entry that is there.</summary>
    public Task FaqTranslation(string slug, string language, string question, string status = "published") => Execute(
        Translate + """
        insert into faq_translation (faq_id, language, question, answer_written, answer_markdown, answer_html, answer_text)
        select id, @language, @question, 'Una respuesta.', 'Una respuesta.', '<p>Una respuesta.</p>', 'Una respuesta.'
        from record where type = 'faq' and slug = @slug;
        """,
        new { type = "faq", slug, language, status, question });

    /// <summary>Another language of a topic that is there.</summary>
    public Task TopicTranslation(string slug, string language, string name) => Execute(
        Translate + """
        insert into topic_translation (topic_id, language, name) select id, @language, @name from record where type = 'topic' and slug = @slug;
        """,
        new { type = "topic", slug, language, status = "published", name });

    public Task<Guid> Resource(
        string slug, string kind = "website", string? url = null, string? linkState = null, string? parent = null, int? position = null,
        string? eventDate = null, string language = "en") => Insert(
        "resource", slug, language, "published",
        """
        insert into resource (id, kind, url, link_state, parent_id, position, event_date)
        values (@id, @kind, @url, @linkState, (select id from record where type = 'resource' and slug = @parent), @position, @eventDate::date);
        insert into resource_translation (resource_id, language, title) values (@id, @language, @slug);
        """,
        new { kind, url, linkState = linkState ?? (url is null ? null : "unchecked"), parent, position, eventDate });

    public Task<Guid> Contact(
        string slug, string kind = "office", string affiliate = "an-affiliate", string? office = null, string? city = null,
        string? state = null,
        string? email = null, string language = "en", (double Latitude, double Longitude)? at = null,
        string? postalCode = null,
        params (string Kind, string Code, string Name)[] serves) =>
            Insert(
            "contact", slug, language, "published",
            """
            insert into affiliate (id, slug, name) values (gen_random_uuid(), @affiliate, @affiliate) on conflict do nothing;
            insert into contact (id, kind, affiliate_id, office_id, email, city, state, latitude, longitude, postal_code)
            values (@id, @kind, (select id from affiliate where slug = @affiliate),
              (select id from record where type = 'contact' and slug = @office), @email, @city, @state, @latitude, @longitude, @postalCode);
            insert into service_area (contact_id, kind, code, name) select @id, area.kind, area.code, area.name from unnest(@kinds, @codes, @names) as area (kind, code, name);
            insert into contact_translation (contact_id, language, name) values (@id, @language, @slug);
            """,
            new
            {
                kind,
                affiliate,
                office,
                city,
                state,
                email,
                latitude = at?.Latitude,
                longitude = at?.Longitude,
                postalCode,
                kinds = serves.Select(s => s.Kind).ToArray(),
                codes = serves.Select(s => s.Code).ToArray(),
                names = serves.Select(s => s.Name).ToArray(),
            });

    public Task Withdrawn(string type, string slug, string reason = "law-changed", string? replacedBy = null) => Execute(
        """
        update translation set status = 'withdrawn', withdrawn_at = '2026-01-02T03:04:05Z', withdrawal_reason = @reason,
          replaced_by = (select id from record where type = @type and slug = @replacedBy)
        where record_id = (select id from record where type = @type and slug = @slug)
        """,
        new { type, slug, reason, replacedBy });

    public Task Renamed(string type, string from, string to) => Execute(
        """
        insert into slug_history (type, slug, record_id, given_at) select type, @to, id, now() from record where type = @type and slug = @from;
        update record set slug = @to where type = @type and slug = @from;
        """,
        new { type, from, to });

    public async Task Execute(string sql, object values)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(sql, values);
        await new DocumentRenderer(connection, TimeProvider.System.GetUtcNow(), CancellationToken.None).RenderQueued();
        await transaction.CommitAsync();
        await (notified?.Invoke() ?? Task.CompletedTask);
    }

    private const string Translate = """
        insert into source_document (id, title, retrieved_at) values (gen_random_uuid(), 'A document', '2026-01-01T00:00:00Z') on conflict do nothing;
        insert into translation (record_id, language, status, origin, revision, content_hash, source_document_id, published_at, content_changed_at)
        select r.id, @language, @status, 'human', 1, 'sha256-' || repeat('0', 64), d.id, r.updated_at, r.updated_at
        from record r, source_document d
        where r.type = @type and r.slug = @slug and d.title = 'A document';
        insert into revision (record_id, language, revision, content_hash, significance, at)
        select id, @language, 1, 'sha256-' || repeat('0', 64), 'major', updated_at from record where type = @type and slug = @slug;

        """;

    private async Task<Guid> Insert(
        string type,
        string slug,
        string language,
        string status,
        string sql,
        object values,
        DateTimeOffset? updatedAt = null)
    {
        // Ids ascend as the importer's do, so that lists have the order in which a test made them.
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(20_000).AddMilliseconds(Interlocked.Increment(ref _count)));
        var parameters = new DynamicParameters(values);
        parameters.AddDynamicParams(new
        {
            id,
            type,
            slug,
            language,
            status,
            updatedAt = updatedAt ?? DateTimeOffset.UnixEpoch.AddDays(20_000),
        });
        await Execute(
            """
            insert into record (id, type, slug, updated_at) values (@id, @type, @slug, @updatedAt);
            insert into slug_history (type, slug, record_id, given_at) values (@type, @slug, @id, @updatedAt);
            """ + Translate + sql,
            parameters);
        return id;
    }
}
