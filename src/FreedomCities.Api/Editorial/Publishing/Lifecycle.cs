using Dapper;
using FreedomCities.Api.Http.Requests;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>Takes records of every kind back, publishes them again, and renames them: each act a transaction.</summary>
/// <param name="errors">See <see cref="PublishLock"/>.</param>
internal sealed class Lifecycle(NpgsqlDataSource database, TimeProvider clock, TextWriter? errors = null)
{
    public static readonly string[] Reasons = ["law-changed", "superseded", "merged", "error"];

    private const string FindSql = """
        select r.id, r.type, r.slug
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
    public Task<string[]> Withdraw(RecordName name, string? language, string reason, string? replacedBy, CancellationToken ct) => Act(name, async (connection, record) =>
    {
        Guid? replacement = replacedBy is null ? null : await Replacement(connection, record, replacedBy, ct);
        string[] languages = [.. await connection.QueryAsync<string>(new(
            WithdrawSql, new { record.Id, Language = language, Reason = reason, ReplacedBy = replacement, now = clock.GetUtcNow() }, cancellationToken: ct))];
        return languages.Length > 0 ? languages : throw new LifecycleException($"'{record.Slug}' ({record.Type}) is not published{DescribeLanguage(language)}: nothing to withdraw.");
    }, ct);

    /// <summary>The way back: what was withdrawn is a new revision.</summary>
    /// <returns>The languages that were published.</returns>
    public Task<string[]> Publish(RecordName name, string? language, CancellationToken ct) => Act(name, async (connection, record) =>
    {
        var publisher = new Publisher(connection, clock.GetUtcNow(), Significance.Major, ct);
        WithdrawnText[] texts = [.. await connection.QueryAsync<WithdrawnText>(new(WithdrawnSql, new { record.Id, Language = language }, cancellationToken: ct))];
        foreach (var text in texts)
        {
            await publisher.Publish(record.Id, text.Language, text.ContentHash, text.SourceDocumentId);
        }

        return texts.Length > 0 ? Array.ConvertAll(texts, t => t.Language) : throw new LifecycleException($"'{record.Slug}' ({record.Type}) is not withdrawn{DescribeLanguage(language)}: nothing to publish.");
    }, ct);

    /// <summary>The old slug leads to the new one for ever.</summary>
    public Task<string> Rename(RecordName name, string slug, CancellationToken ct) => Act(name, async (connection, record) =>
    {
        if (slug == record.Slug || Slugs.IsReserved(record.Type, slug))
        {
            throw new LifecycleException(slug == record.Slug ? $"The record already has the slug '{slug}'." : $"'{slug}' is reserved for a route. Choose another slug.");
        }

        if (await connection.QuerySingleOrDefaultAsync<Guid?>(new(TakenBySql, new { record.Type, Slug = slug }, cancellationToken: ct)) is { } other && other != record.Id)
        {
            throw new LifecycleException($"'{slug}' is or was the slug of another {record.Type}. Slugs are never reused: choose another one.");
        }

        await connection.ExecuteAsync(new(RenameSql, new { record.Id, record.Type, Slug = slug, now = clock.GetUtcNow() }, cancellationToken: ct));
        return record.Slug;
    }, ct);

    private async Task<T> Act<T>(RecordName name, Func<NpgsqlConnection, ExistingSlug, Task<T>> act, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await new PublishLock(errors ?? TextWriter.Null).Acquire(connection, ct);
        var done = await act(connection, await Find(connection, name, ct));
        await transaction.CommitAsync(ct);
        return done;
    }

    private static async Task<ExistingSlug> Find(NpgsqlConnection connection, RecordName name, CancellationToken ct)
    {
        ExistingSlug[] found = [.. await connection.QueryAsync<ExistingSlug>(new(FindSql, new { name.Slug, name.Type }, cancellationToken: ct))];
        return found switch
        {
            [var one] => one,
            [] => throw new LifecycleException($"No {name.Type ?? "record"} has or had the slug '{name.Slug}'."),
            _ => throw new LifecycleException($"'{name.Slug}' is a {string.Join(" and a ", found.Select(f => f.Type))}. Choose one with --type."),
        };
    }

    private static async Task<Guid> Replacement(NpgsqlConnection connection, ExistingSlug record, string slug, CancellationToken ct)
    {
        var replacement = await Find(connection, new RecordName(slug, record.Type), ct);
        return replacement.Id == record.Id ? throw new LifecycleException("A record can't replace itself.")
            : await connection.QuerySingleAsync<bool>(new(IsPublishedSql, new { replacement.Id }, cancellationToken: ct)) ? replacement.Id
            : throw new LifecycleException($"'{slug}' is not published, so it can't be a replacement.");
    }

    private static string DescribeLanguage(string? language) => language is null ? "" : $" in {Languages.Canonical(language)}";

    private sealed record ExistingSlug(Guid Id, string Type, string Slug);

    private sealed record WithdrawnText(string Language, string ContentHash, Guid SourceDocumentId);
}
