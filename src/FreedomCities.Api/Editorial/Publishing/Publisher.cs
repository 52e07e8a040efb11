using Dapper;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>
/// Publishes records of every kind inside one transaction: gives slugs, raises revisions, keeps each one's hash, and moves the clocks.
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

    // An edit that leaves the canonical text as it was (a reference, a place) is minor, whatever the import says.
    private const string PublishSql = """
        with former as (
          select content_hash, status from translation where record_id = @Id and language = @Language
        ),
        published as (
          insert into translation as t (
            record_id, language, status, origin, translated_from, revision, content_hash, source_document_id, published_at, content_changed_at
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
              content_changed_at = case when t.status = 'withdrawn' or (@IsMajor and t.content_hash <> excluded.content_hash) then @now else coalesce(t.content_changed_at, @now) end,
              last_reviewed_at = case when @IsMajor and t.content_hash <> excluded.content_hash then null else t.last_reviewed_at end,
              reviewed_by_role = case when @IsMajor and t.content_hash <> excluded.content_hash then null else t.reviewed_by_role end
          returning record_id, language, revision, content_hash
        ),
        kept as (
          insert into revision (record_id, language, revision, content_hash, significance, at)
          select p.record_id, p.language, p.revision, p.content_hash,
            case when coalesce(f.status = 'withdrawn' or (@IsMajor and f.content_hash <> p.content_hash), true) then 'major' else 'minor' end,
            @now
          from published p
          left join former f on true
        )
        update record set updated_at = @now where id = @Id
        """;

    private const string CorrectSql = "update translation set content_hash = @Hash where record_id = @Id and language = @Language and status = 'withdrawn'";

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
          insert into source_document (id, title, retrieved_at, sha256)
          values (@Id, @Title, @now, @Sha256)
          on conflict (title, coalesce(sha256, '')) do nothing
          returning id
        )
        select id from made
        union all
        select id from source_document where title = @Title and sha256 is not distinct from @Sha256
        limit 1
        """;

    private int _created;

    /// <summary>The record that has or had the slug.</summary>
    public Task<Guid?> Find(string type, string slug) =>
        connection.QuerySingleOrDefaultAsync<Guid?>(new(FindSql, new { Type = type, Slug = slug }, cancellationToken: ct));

    /// <summary>Makes a record under the slug, or, if it was ever given, under the next free one of slug-2, slug-3 …</summary>
    public async Task<(Guid Id, string Slug)> Create(string type, string slug)
    {
        for (var from = 1; ; from += 100)
        {
            var slugs = Enumerable.Range(from, 100).Select(n => Slugs.Numbered(slug, n)).ToArray();
            var free = await connection.QuerySingleOrDefaultAsync<int?>(new(FreeSlugSql, new { Slugs = slugs, Type = type }, cancellationToken: ct));
            if (free is { } n)
            {
                // Ids of one transaction ascend, because lists go by them (RFC 9562, section 6.2: the timestamp may run ahead).
                var (id, given) = (Guid.CreateVersion7(now.AddMilliseconds(_created++)), slugs[n - 1]);
                await connection.ExecuteAsync(new(CreateSql, new { Id = id, Type = type, Slug = given, now }, cancellationToken: ct));
                return (id, given);
            }
        }
    }

    /// <summary>Publishes a new revision of one language of a record; the words themselves follow in the table of its kind.</summary>
    /// <param name="wording">Null: the words are as they were, and as outdated; what goes with them has changed.</param>
    public Task Publish(Guid id, string language, string hash, Guid source, Authorship? wording = null) =>
        connection.ExecuteAsync(new(
            PublishSql,
            new
            {
                Id = id,
                Language = language,
                Hash = hash,
                Source = source,
                wording?.Origin,
                wording?.TranslatedFrom,
                now,
                IsMajor = significance == Significance.Major,
            },
            cancellationToken: ct));

    /// <summary>A text follows what it shows of something else: as a new revision, or, withdrawn, so as to be right when it is published again.</summary>
    public async Task Republish(Guid id, string language, string hash, Guid source)
    {
        if (await connection.ExecuteAsync(new(CorrectSql, new { Id = id, Language = language, Hash = hash }, cancellationToken: ct)) == 0)
        {
            await Publish(id, language, hash, source);
        }
    }

    /// <summary>The words of a language have changed: if the edit is major, what was translated from it is outdated.</summary>
    /// <returns>What is outdated now, as slug (language).</returns>
    public async Task<IEnumerable<string>> Outdate(Guid id, string language) =>
        significance == Significance.Major
            ? await connection.QueryAsync<string>(new(OutdateSql, new { Id = id, Language = language }, cancellationToken: ct))
            : [];

    /// <summary>The edition of a document; known since its first import.</summary>
    public Task<Guid> Source(string title, string? sha256) =>
        connection.QuerySingleAsync<Guid>(new(
            SourceSql, new { Id = Guid.CreateVersion7(now), Title = title, Sha256 = sha256, now }, cancellationToken: ct));
}
