using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Aliases;
using FreedomCities.Api.Editorial.Import.Contacts;
using FreedomCities.Api.Editorial.Import.Documents;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Resources;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Editorial.Publishing.Rendering;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>Imports documents, contacts, resources and aliases. An import is atomic, exclusive and idempotent.</summary>
/// <param name="errors">See <see cref="PublishLock"/>.</param>
internal sealed class Importer(NpgsqlDataSource database, TimeProvider clock, TextWriter? errors = null)
{
    /// <summary>Imports the files in one transaction.</summary>
    /// <param name="dryRun">Roll the transaction back after the report.</param>
    /// <returns>A report for each file.</returns>
    /// <exception cref="ImportException">A file can't be imported. Nothing was written.</exception>
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

        await new DocumentRenderer(connection, clock.GetUtcNow(), ct).RenderQueued();
        await (dryRun ? transaction.RollbackAsync(ct) : transaction.CommitAsync(ct));
        return [.. reports];
    }

    private static async Task Import(ImportContext context)
    {
        try
        {
            await (context.File.IsJson ? ImportJson(context) : ImportDocument(context, FaqDocument.Parse(context.File.Text())));
        }
        catch (FormatException e)
        {
            throw new ImportException($"{context.File.Name}: {e.Message}");
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ImportException($"{context.File.Name} takes too long to parse. It must be ordinary text.");
        }
    }

    private static Task ImportDocument(ImportContext context, FaqDocument document) =>
        context.Options.Translates is { } topic ? TranslationImport.Run(context, document, topic) : DocumentImport.Run(context, document);

    private static Task ImportJson(ImportContext context)
    {
        var options = context.Options;
        if ((options.Topic ?? options.Jurisdiction ?? options.SourceTitle ?? options.Translates) is not null)
        {
            throw new ImportException(
                "--topic, --jurisdiction, --source-title and --translates are only for documents. A JSON file contains this data itself.");
        }

        if (JsonFile.Has(context.File, "contacts"))
        {
            return ContactImport.Run(context, JsonFile.Read(context.File, new ContactsFileValidator()));
        }

        return JsonFile.Has(context.File, "aliases")
            ? AliasImport.Run(context, JsonFile.Read(context.File, new AliasesFileValidator()))
            : ResourceImport.Run(context, JsonFile.Read(context.File, new ResourcesFileValidator()));
    }
}
