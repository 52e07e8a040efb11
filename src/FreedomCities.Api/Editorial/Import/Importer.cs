using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Aliases;
using FreedomCities.Api.Editorial.Import.Contacts;
using FreedomCities.Api.Editorial.Import.Documents;
using FreedomCities.Api.Editorial.Import.Resources;
using FreedomCities.Api.Editorial.Publishing;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>Imports documents, contacts and resources: all or nothing, one import at a time, the same file twice changes nothing.</summary>
/// <param name="errors">See <see cref="PublishLock"/>.</param>
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
        await new PublishLock(errors ?? TextWriter.Null).Acquire(connection, ct);

        var reports = new List<ImportReport>();
        foreach (var (file, options) in files)
        {
            var report = new ImportReport(dryRun ? $"{file.Name} (dry run, nothing was written)" : file.Name);
            var publisher = new Publisher(connection, clock.GetUtcNow(), options.Significance, ct);
            await Import(new ImportContext(connection, publisher, file, options, report, ct));
            reports.Add(report);
        }

        await (dryRun ? transaction.RollbackAsync(ct) : transaction.CommitAsync(ct));
        return [.. reports];
    }

    private static async Task Import(ImportContext work)
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
            throw new ImportException($"{work.File.Name} takes too long to parse. It must be ordinary text.");
        }
    }

    private static Task ImportDocument(ImportContext work, FaqDocument document) =>
        work.Options.Translates is { } topic ? TranslationImport.Run(work, document, topic) : DocumentImport.Run(work, document);

    private static Task ImportJson(ImportContext work)
    {
        if ((work.Options.Topic ?? work.Options.Jurisdiction ?? work.Options.SourceTitle ?? work.Options.Translates) is not null)
        {
            throw new ImportException("--topic, --jurisdiction, --source-title and --translates are only for documents. A JSON file contains this data itself.");
        }

        return JsonFile.Has(work.File, "contacts") ? ContactImport.Run(work, JsonFile.Read(work.File, new ContactsFileValidator()))
            : JsonFile.Has(work.File, "aliases") ? AliasImport.Run(work, JsonFile.Read(work.File, new AliasesFileValidator()))
            : ResourceImport.Run(work, JsonFile.Read(work.File, new ResourcesFileValidator()));
    }
}
