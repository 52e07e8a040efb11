using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Publishing;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>A file to import.</summary>
internal sealed record ImportFile(string Name, byte[] Bytes)
{
    public const int MaxBytes = 10 * 1024 * 1024;

    public string Sha256 => ContentHash.Sha256(Bytes);

    /// <summary>False: standard input.</summary>
    public bool HasName { get; init; } = true;

    public bool IsJson => HasName
        ? Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        : Bytes.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..];

    /// <summary>A text in normalisation form C, as all that is stored.</summary>
    public static string Normal(string text) => HoldsNonCharacters(text) ? text : text.Normalize();

    /// <summary>Whether PostgreSQL (NUL) or Unicode normalisation (U+FFFE) refuses the text.</summary>
    public static bool HoldsNonCharacters(string text) => text.AsSpan().ContainsAny('\0', '\uFFFE');

    /// <summary>The file's text; a file that isn't text is refused.</summary>
    public string Text()
    {
        if (Bytes.Length > MaxBytes)
        {
            throw new ImportException($"{Name} is larger than {MaxBytes / 1024 / 1024} MiB.");
        }

        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(Bytes).TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text) ? throw new ImportException($"{Name} is empty.")
                : HoldsNonCharacters(text) ? throw new ImportException($"{Name} holds code points that are no characters, U+0000 or U+FFFE: it isn't text.")
                : text;
        }
        catch (DecoderFallbackException e)
        {
            throw new ImportException($"{Name} isn't UTF-8: byte {e.Index} is wrong. Save it as UTF-8.");
        }
    }
}

/// <summary>How to import a document; the defaults suit a corrected copy of one that was imported before.</summary>
internal sealed record ImportOptions
{
    public string Language { get; init; } = "en";

    /// <summary>Slug of the topic; null: as the title says.</summary>
    public string? Topic { get; init; }

    /// <summary>ISO 3166-2; null: as it was.</summary>
    public string? Jurisdiction { get; init; }

    public string? SourceTitle { get; init; }

    /// <summary>Slug of the topic whose entries the document translates, each question the entry in its place; null: it is an original.</summary>
    public string? Translates { get; init; }

    /// <summary>human, machine or machine-reviewed; null: human what is new or changed, the rest as it was.</summary>
    public string? Origin { get; init; }

    public Significance Significance { get; init; } = Significance.Major;
}

/// <summary>One import: an open transaction, what publishes in it, and its report.</summary>
internal sealed record ImportWork(
    NpgsqlConnection Connection, Publisher Publisher, ImportFile File, ImportOptions Options, ImportReport Report, CancellationToken Ct)
{
    /// <summary>The language of the same records that this one is translated from; null: it is an original.</summary>
    public string? TranslatedFrom { get; init; }

    /// <summary>Publishes words of this import.</summary>
    public Task Publish(Guid id, string hash, Guid source) =>
        Publisher.Publish(id, Options.Language, hash, source, new Wording(Options.Origin ?? "human", TranslatedFrom));

    /// <summary>Publishes an entry: with the words that it has, it is as outdated as before, and by who wrote them.</summary>
    public Task Publish(Guid id, EntryContent content, KnownEntry? known, Guid source) =>
        known?.HasWordsOf(content, Options.Origin) == true
            ? Publisher.Publish(id, Options.Language, content.Hash, source)
            : Publish(id, content.Hash, source);

    /// <summary>The words of a record have changed: reports the translations that are outdated by it.</summary>
    public async Task Outdate(Guid id)
    {
        foreach (var translation in await Publisher.Outdate(id, Options.Language))
        {
            Report.Add("translations that are outdated now", translation);
        }
    }

    /// <summary>Reports a line for each slug that a statement gives.</summary>
    public async Task ReportRows(string heading, string sql, object values)
    {
        foreach (var slug in await Connection.QueryAsync<string>(new(sql, values, cancellationToken: Ct)))
        {
            Report.Add(heading, slug);
        }
    }
}

/// <summary>Imports documents, contacts and resources: all or nothing, one import at a time, the same file twice changes nothing.</summary>
/// <param name="errors">See <see cref="Turn"/>.</param>
internal sealed class Importer(NpgsqlDataSource database, TimeProvider clock, TextWriter? errors = null)
{
    /// <summary>Imports the files in one transaction.</summary>
    /// <param name="dryRun">Do everything, then take it back.</param>
    /// <returns>A report for each file.</returns>
    /// <exception cref="ImportException">A file can't be imported; nothing of any was written.</exception>
    public async Task<ImportReport[]> Import((ImportFile File, ImportOptions Options)[] files, bool dryRun, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await new Turn(errors ?? TextWriter.Null).Take(connection, ct);

        var reports = new List<ImportReport>();
        foreach (var (file, options) in files)
        {
            var report = new ImportReport(dryRun ? $"{file.Name} (dry run: nothing is written)" : file.Name);
            var publisher = new Publisher(connection, clock.GetUtcNow(), options.Significance, ct);
            await Import(new ImportWork(connection, publisher, file, options, report, ct));
            reports.Add(report);
        }

        await (dryRun ? transaction.RollbackAsync(ct) : transaction.CommitAsync(ct));
        return [.. reports];
    }

    private static async Task Import(ImportWork work)
    {
        try
        {
            await (work.File.IsJson ? ImportJson(work) : ImportDocument(work, FaqDocument.Parse(work.File.Text())));
        }
        catch (FormatException e)
        {
            throw new ImportException($"{work.File.Name}: {e.Message}");
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ImportException($"{work.File.Name} takes too long to read: it isn't text that people wrote.");
        }
    }

    private static Task ImportDocument(ImportWork work, FaqDocument document) =>
        work.Options.Translates is { } topic ? TranslationImport.Run(work, document, topic) : DocumentImport.Run(work, document);

    private static Task ImportJson(ImportWork work)
    {
        if ((work.Options.Topic ?? work.Options.Jurisdiction ?? work.Options.SourceTitle ?? work.Options.Translates) is not null)
        {
            throw new ImportException("--topic, --jurisdiction, --source-title and --translates are for documents: a JSON file says such things itself.");
        }

        return JsonFile.Has(work.File, "contacts") ? ContactImport.Run(work, JsonFile.Read(work.File, new ContactsFileValidator()))
            : JsonFile.Has(work.File, "aliases") ? AliasImport.Run(work, JsonFile.Read(work.File, new AliasesFileValidator()))
            : ResourceImport.Run(work, JsonFile.Read(work.File, new ResourcesFileValidator()));
    }
}
