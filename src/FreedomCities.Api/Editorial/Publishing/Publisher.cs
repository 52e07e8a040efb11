using System.Globalization;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>
/// Publishes records of every type inside a transaction: assigns slugs, increments revisions, stores their hashes, and sets the times.
/// </summary>
internal sealed class Publisher(NpgsqlConnection connection, DateTimeOffset now, Significance significance, CancellationToken ct)
{
    private const string FreeSlugSql = """
        select n
        from unnest(@Slugs) with ordinality as wanted (slug, n)
        where not exists (
          select from slug_history h where h.type = @Type and h.slug = wanted.slug
        )
        order by n
        limit 1
        """;

    private const string CreateSql = """
        with named as (
          insert into record (id, type, slug, updated_at)
          values (@Id, @Type, @Slug, @now)
          returning id, type, slug, updated_at
        )
        insert into slug_history (type, slug, record_id, given_at)
        select type, slug, id, updated_at
        from named
        """;

    private const string FindSql = "select record_id from slug_history where type = @Type and slug = @Slug";

    // An edit that doesn't change the canonical text, but a reference or the position, is minor whatever the import says.
    private const string PublishSql = """
        with former as (
          select content_hash, status from translation where record_id = @Id and language = @Language
        ),
        published as (
          insert into translation as t (
            record_id, language, status, origin, translated_from, revision,
            content_hash, source_document_id, published_at, content_changed_at
          )
          values (@Id, @Language, 'published', coalesce(@Origin, 'human'), @TranslatedFrom, 1, @Hash, @Source, @now, @now)
          on conflict (record_id, language) do update
          set status = 'published',
              origin = coalesce(@Origin, t.origin),
              translated_from = coalesce(@TranslatedFrom, t.translated_from),
              outdated = t.outdated and (@Origin is null or not @IsMajor),
              revision = t.revision + 1,
              content_hash = excluded.content_hash,
              source_document_id = excluded.source_document_id,
              published_at = coalesce(t.published_at, @now),
              withdrawn_at = null,
              withdrawal_reason = null,
              replaced_by = null,
              content_changed_at = case
                when t.status = 'withdrawn' or (@IsMajor and t.content_hash <> excluded.content_hash) then @now
                else coalesce(t.content_changed_at, @now)
              end,
              last_reviewed_at = case when @IsMajor and t.content_hash <> excluded.content_hash then null else t.last_reviewed_at end,
              reviewed_by_role = case when @IsMajor and t.content_hash <> excluded.content_hash then null else t.reviewed_by_role end
          returning record_id, language, revision, content_hash
        ),
        revised as (
          insert into revision (record_id, language, revision, content_hash, significance, at)
          select p.record_id, p.language, p.revision, p.content_hash,
            case
              when coalesce(f.status = 'withdrawn' or (@IsMajor and f.content_hash <> p.content_hash), true) then 'major'
              else 'minor'
            end,
            @now
          from published p
          left join former f on true
        )
        update record set updated_at = @now where id = @Id
        """;

    private const string UpdateWithdrawnSql = """
        update translation
        set content_hash = @Hash
        where record_id = @Id
          and language = @Language
          and status = 'withdrawn'
        """;

    private const string OutdateSql = """
        update translation t
        set outdated = true
        from record r
        where r.id = t.record_id
          and t.record_id = @Id
          and t.translated_from = @Language
          and not t.outdated
        returning r.slug || ' (' || t.language || ')'
        """;

    private const string SourceSql = """
        with made as (
          insert into source_document (id, title, retrieved_at, sha256, document_date)
          values (@Id, @Title, @now, @Sha256, @Date::date)
          on conflict (title, coalesce(sha256, '')) do update
          set document_date = excluded.document_date
          where excluded.document_date <> coalesce(source_document.document_date, 'infinity')
          returning id
        )
        select id from made
        union all
        select id from source_document where title = @Title and sha256 is not distinct from @Sha256
        limit 1
        """;

    private int _created;

    /// <summary>An id for a new record. Lists are ordered by id, so the ids of a transaction ascend.</summary>
    // RFC 9562, section 6.2, lets the timestamp run ahead.
    public Guid NewId() => Guid.CreateVersion7(now.AddMilliseconds(_created++));

    /// <summary>Creates a record with a slug that no record has or had.</summary>
    public Task<int> Create(string type, Guid id, string slug) =>
        connection.Execute(CreateSql, new { Id = id, Type = type, Slug = slug, now }, ct);

    /// <summary>Creates records and publishes each in one language. The caller then writes the texts into their tables.</summary>
    public Task<int> CreateAll(string type, NewRecord[] records, string language, Guid source, Authorship authorship) =>
        NewRecords.Create(connection, type, records, language, source, authorship, now, ct);

    /// <summary>The record with this current or former slug.</summary>
    public Task<Guid?> Find(string type, string slug) =>
        connection.QueryFirst<Guid?>(FindSql, new { Type = type, Slug = slug }, ct);

    /// <summary>Creates a record with the slug. If a record has or had it, the next free one of slug-2, slug-3 … is used.</summary>
    public async Task<(Guid Id, string Slug)> Create(string type, string slug)
    {
        for (var from = 1; ; from += 100)
        {
            var slugs = Enumerable.Range(from, 100).Select(n => Slugs.Numbered(slug, n)).ToArray();
            var free = await connection.QueryFirst<int?>(FreeSlugSql, new { Slugs = slugs, Type = type }, ct);
            if (free is { } n)
            {
                var (id, freeSlug) = (NewId(), slugs[n - 1]);
                await Create(type, id, freeSlug);
                return (id, freeSlug);
            }
        }
    }

    /// <summary>Publishes a new revision of a record in one language. The caller then writes the text into the table of its type.</summary>
    /// <param name="authorship">Null: the text is unchanged, and so is whether it is outdated. Other data has changed.</param>
    public Task Publish(Guid id, string language, string hash, Guid source, Authorship? authorship = null) =>
        connection.Execute(
            PublishSql,
            new
            {
                Id = id,
                Language = language,
                Hash = hash,
                Source = source,
                authorship?.Origin,
                authorship?.TranslatedFrom,
                now,
                IsMajor = significance == Significance.Major,
            },
            ct);

    /// <summary>
    /// Publishes a text whose related data has changed, as a new revision. A withdrawn text stays withdrawn: only its hash is updated.
    /// </summary>
    public async Task Republish(Guid id, string language, string hash, Guid source)
    {
        if (await connection.Execute(UpdateWithdrawnSql, new { Id = id, Language = language, Hash = hash }, ct) == 0)
        {
            await Publish(id, language, hash, source);
        }
    }

    /// <summary>After a major edit of a text, marks its translations as outdated.</summary>
    /// <returns>The newly outdated translations, as slug (language).</returns>
    public async Task<IEnumerable<string>> Outdate(Guid id, string language) =>
        significance == Significance.Major
            ? await connection.Query<string>(OutdateSql, new { Id = id, Language = language }, ct)
            : [];

    /// <summary>The id of a document's edition, which is created at its first import.</summary>
    public Task<Guid> EnsureSource(string title, string? sha256, DateOnly? date = null) =>
        connection.QueryFirst<Guid>(
            SourceSql,
            new
            {
                Id = Guid.CreateVersion7(now),
                Title = title,
                Sha256 = sha256,
                Date = date?.ToString("O", CultureInfo.InvariantCulture),
                now,
            },
            ct);
}
