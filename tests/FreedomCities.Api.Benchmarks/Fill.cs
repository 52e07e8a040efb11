using Dapper;
using FreedomCities.Api.Editorial.Publishing.Rendering;
using Npgsql;
using NpgsqlTypes;

namespace FreedomCities.Api.Benchmarks;

/// <summary>Writes entries straight into the tables, as published FAQ entries with their sections as topics.</summary>
internal static class Fill
{
    private const string StageSql = """
        create temporary table entry (n integer primary key, section text not null, question text not null, answer text not null)
        """;

    private const string MakeSql = """
        create temporary table section as
        select md5('topic' || min(n))::uuid as id, min(n) as n, section as name
        from entry
        group by section;

        create temporary table made as
        select id, 'topic' as type, 'topic-' || n as slug from section
        union all
        select md5('faq' || n)::uuid, 'faq', 'entry-' || n from entry;
        """;

    private const string PublishSql = """
        insert into source_document (id, title, retrieved_at) values (md5('source')::uuid, 'A data set', @At);

        insert into record (id, type, slug, updated_at) select id, type, slug, @At from made;
        insert into slug_history (type, slug, record_id, given_at) select type, slug, id, @At from made;
        insert into translation (record_id, language, status, origin, revision, content_hash, source_document_id, published_at, content_changed_at)
        select id, @Language, 'published', 'human', 1, 'sha256-' || repeat('0', 64), md5('source')::uuid, @At, @At from made;
        insert into revision (record_id, language, revision, content_hash, significance, at)
        select id, @Language, 1, 'sha256-' || repeat('0', 64), 'major', @At from made;

        insert into topic (id, position) select id, n from section;
        insert into topic_translation (topic_id, language, name) select id, @Language, name from section;
        insert into faq (id, position) select md5('faq' || n)::uuid, n from entry;
        insert into faq_translation (faq_id, language, question, answer_written, answer_markdown, answer_html, answer_text)
        select md5('faq' || n)::uuid, @Language, question, answer, answer, '<p>' || answer || '</p>', answer from entry;
        insert into faq_topic (faq_id, topic_id) select md5('faq' || e.n)::uuid, s.id from entry e join section s on s.name = e.section;
        """;

    /// <summary>The slug of the n-th entry.</summary>
    public static string Slug(int n) => FormattableString.Invariant($"entry-{n}");

    public static async Task With(IEnumerable<Entry> entries, string language, NpgsqlConnection superuser, CancellationToken ct)
    {
        await using var transaction = await superuser.BeginTransactionAsync(ct);
        await superuser.ExecuteAsync(new(StageSql, cancellationToken: ct));
        await Copy(entries, superuser, ct);
        await superuser.ExecuteAsync(new(MakeSql, commandTimeout: 0, cancellationToken: ct));
        await superuser.ExecuteAsync(new(
            PublishSql,
            new { Language = language, At = DateTime.UnixEpoch },
            commandTimeout: 0,
            cancellationToken: ct));
        if (await superuser.ExecuteScalarAsync<bool>(new("select to_regclass('served') is not null", cancellationToken: ct)))
        {
            await new DocumentRenderer(superuser, DateTimeOffset.UnixEpoch, ct).RenderQueued();
        }

        await transaction.CommitAsync(ct);
        await superuser.ExecuteAsync(new("analyze;", commandTimeout: 0, cancellationToken: ct));
    }

    private static async Task Copy(IEnumerable<Entry> entries, NpgsqlConnection superuser, CancellationToken ct)
    {
        await using var copy = await superuser.BeginBinaryImportAsync(
            "copy entry (n, section, question, answer) from stdin (format binary)",
            ct);
        foreach (var (n, entry) in entries.Index())
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(n, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(Bounded(entry.Section, 300), NpgsqlDbType.Text, ct);
            await copy.WriteAsync(Bounded(entry.Question, 500), NpgsqlDbType.Text, ct);
            await copy.WriteAsync(Bounded(entry.Answer, 100_000), NpgsqlDbType.Text, ct);
        }

        await copy.CompleteAsync(ct);
    }

    // The tables want a text; a dash has no word to be found by.
    private static string Bounded(string text, int length) => text is "" ? "—" : text.Length <= length ? text : text[..length];
}
