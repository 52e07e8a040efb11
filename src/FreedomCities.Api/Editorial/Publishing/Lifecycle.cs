using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Publishing.Erasure;
using FreedomCities.Api.Editorial.Publishing.Rendering;
using FreedomCities.Api.Http.Requests.Values;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>Withdraws, republishes and renames records of every type, and erases contacts, each in a transaction.</summary>
/// <param name="errors">See <see cref="PublishLock"/>.</param>
internal sealed class Lifecycle(NpgsqlDataSource database, TimeProvider clock, TextWriter? errors = null)
{
    private const string FindSql = """
        select
          r.id,
          r.type,
          r.slug,
          r.type = 'contact' and not exists (select from contact c where c.id = r.id) as is_erased
        from slug_history h
        join record r on r.id = h.record_id
        where h.slug = @Slug
          and (@Type::text is null or h.type = @Type)
        order by r.type
        for update of r
        """;

    private const string IsPublishedSql = "select served_language(@Id, '{}') is not null";

    private const string WithdrawSql = """
        with withdrawn as (
          update translation
          set status = 'withdrawn',
              withdrawn_at = @now,
              withdrawal_reason = @Reason,
              replaced_by = @ReplacedBy
          where record_id = @Id
            and status = 'published'
            and (@Language::text is null or lower(language) = lower(@Language))
          returning language
        ),
        dated as (
          update record set updated_at = @now where id = @Id and exists (select from withdrawn)
        )
        select language from withdrawn order by language
        """;

    private const string WithdrawnSql = """
        select language, content_hash, source_document_id
        from translation
        where record_id = @Id
          and status = 'withdrawn'
          and (@Language::text is null or lower(language) = lower(@Language))
        order by language
        for update
        """;

    private const string TakenBySql = "select record_id from slug_history where type = @Type and slug = @Slug";

    private const string RenameSql = """
        with given as (
          insert into slug_history (type, slug, record_id, given_at)
          values (@Type, @Slug, @Id, @now)
          on conflict do nothing
        )
        update record set slug = @Slug, updated_at = @now where id = @Id
        """;

    /// <returns>The languages that were withdrawn.</returns>
    public Task<string[]> Withdraw(
        RecordName name, string? language, string reason, string? replacedBy, CancellationToken ct) =>
        RunLocked(name, (connection, record) => Withdraw(connection, record, language, reason, replacedBy, ct), ct);

    /// <summary>Publishes withdrawn texts again, each as a new revision.</summary>
    /// <returns>The languages that were published.</returns>
    public Task<string[]> Publish(RecordName name, string? language, CancellationToken ct) =>
        RunLocked(name, (connection, record) => Publish(connection, record, language, ct), ct);

    /// <summary>Renames a record. The old slug redirects to the new one for ever.</summary>
    public Task<string> Rename(RecordName name, string slug, CancellationToken ct) =>
        RunLocked(name, (connection, record) => Rename(connection, record, slug, ct), ct);

    /// <summary>Erases a contact. Its slugs return 410 for ever.</summary>
    /// <param name="slug">The current one or a former one.</param>
    public Task<string> Purge(string slug, CancellationToken ct) =>
        RunLocked(
            new RecordName(slug, "contact"),
            async (connection, record) =>
            {
                await ContactErasure.Erase(connection, record.Id, record.Slug, clock.GetUtcNow(), ct);
                return record.Slug;
            },
            ct);

    private async Task<string[]> Withdraw(
        NpgsqlConnection connection, NamedRecord record, string? language, string reason, string? replacedBy, CancellationToken ct)
    {
        Guid? replacement = replacedBy is null ? null : await FindReplacement(connection, record, replacedBy, ct);
        var values = new { record.Id, Language = language, Reason = reason, ReplacedBy = replacement, now = clock.GetUtcNow() };
        var languages = await connection.Query<string>(WithdrawSql, values, ct);
        return languages.Length > 0
            ? languages
            : throw new LifecycleException(
                $"'{record.Slug}' ({record.Type}) is not published{DescribeLanguage(language)}: nothing to withdraw.");
    }

    private async Task<string[]> Publish(NpgsqlConnection connection, NamedRecord record, string? language, CancellationToken ct)
    {
        var publisher = new Publisher(connection, clock.GetUtcNow(), Significance.Major, ct);
        var texts = await connection.Query<WithdrawnText>(WithdrawnSql, new { record.Id, Language = language }, ct);
        foreach (var text in texts)
        {
            await publisher.Publish(record.Id, text.Language, text.ContentHash, text.SourceDocumentId);
        }

        return texts.Length > 0
            ? Array.ConvertAll(texts, t => t.Language)
            : throw new LifecycleException(
                $"'{record.Slug}' ({record.Type}) is not withdrawn{DescribeLanguage(language)}: nothing to publish.");
    }

    private async Task<string> Rename(NpgsqlConnection connection, NamedRecord record, string slug, CancellationToken ct)
    {
        if (slug == record.Slug)
        {
            throw new LifecycleException($"The record already has the slug '{slug}'.");
        }

        if (Slugs.IsReserved(record.Type, slug))
        {
            throw new LifecycleException($"'{slug}' is reserved for a route. Choose another slug.");
        }

        if (await connection.QueryFirst<Guid?>(TakenBySql, new { record.Type, Slug = slug }, ct) is { } other && other != record.Id)
        {
            throw new LifecycleException(
                $"'{slug}' is or was the slug of another {record.Type}. Slugs are never reused: choose another one.");
        }

        await connection.Execute(RenameSql, new { record.Id, record.Type, Slug = slug, now = clock.GetUtcNow() }, ct);
        return record.Slug;
    }

    private async Task<T> RunLocked<T>(RecordName name, Func<NpgsqlConnection, NamedRecord, Task<T>> operation, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await new PublishLock(errors ?? TextWriter.Null).Acquire(connection, ct);
        var result = await operation(connection, await Find(connection, name, ct));
        await new DocumentRenderer(connection, clock.GetUtcNow(), ct).RenderQueued();
        await transaction.CommitAsync(ct);
        return result;
    }

    private static async Task<NamedRecord> Find(NpgsqlConnection connection, RecordName name, CancellationToken ct)
    {
        var records = await connection.Query<NamedRecord>(FindSql, new { name.Slug, name.Type }, ct);
        return records switch
        {
            [{ IsErased: true }] => throw new LifecycleException($"The contact '{name.Slug}' is erased already: only its slug is left."),
            [var record] => record,
            [] => throw new LifecycleException($"No {name.Type ?? "record"} has or had the slug '{name.Slug}'."),
            _ => throw new LifecycleException(
                $"'{name.Slug}' is a {string.Join(" and a ", records.Select(r => r.Type))}. Choose one with --type."),
        };
    }

    private static async Task<Guid> FindReplacement(NpgsqlConnection connection, NamedRecord record, string slug, CancellationToken ct)
    {
        var replacement = await Find(connection, new RecordName(slug, record.Type), ct);
        if (replacement.Id == record.Id)
        {
            throw new LifecycleException("A record can't replace itself.");
        }

        return await connection.QueryFirst<bool>(IsPublishedSql, new { replacement.Id }, ct)
            ? replacement.Id
            : throw new LifecycleException($"'{slug}' is not published, so it can't be a replacement.");
    }

    private static string DescribeLanguage(string? language) => language is null ? "" : $" in {LanguageTag.Canonical(language)}";

    private sealed record NamedRecord(Guid Id, string Type, string Slug, bool IsErased);

    private sealed record WithdrawnText(string Language, string ContentHash, Guid SourceDocumentId);
}
