using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Aliases;
using FreedomCities.Api.Editorial.Import.Contacts;
using FreedomCities.Api.Editorial.Import.Contacts.Csv;
using FreedomCities.Api.Editorial.Import.Documents;
using FreedomCities.Api.Editorial.Import.Documents.LanguageChoice;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Resources;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Editorial.Publishing.Rendering;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>Imports documents, contacts, resources and aliases. An import is atomic, exclusive and idempotent.</summary>
/// <param name="errors">See <see cref="PublishLock"/>.</param>
/// <param name="progress">See <see cref="ImportContext.Progress"/>.</param>
internal sealed class Importer(NpgsqlDataSource database, TimeProvider clock, TextWriter? errors = null, IProgress<int>? progress = null)
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
            var publisher = new Publisher(connection, clock.GetUtcNow(), options.Significance, ct);
            var context = new ImportContext(connection, publisher, file, options, new ImportReport(file.Name, dryRun), ct)
            {
                IsDryRun = dryRun,
                Progress = progress,
            };
            reports.AddRange(await Import(context));
        }

        if (dryRun)
        {
            await transaction.RollbackAsync(ct);
        }
        else
        {
            await new DocumentRenderer(connection, clock.GetUtcNow(), ct).RenderQueued();
            await transaction.CommitAsync(ct);
        }

        return [.. reports];
    }

    private static async Task<ImportReport[]> Import(ImportContext context)
    {
        try
        {
            return context.File.IsJson || context.File.IsCsv ? await ImportData(context) : await ImportDocuments(context);
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

    /// <summary>Imports the documents of a file: one, or all in a folder or archive.</summary>
    private static async Task<ImportReport[]> ImportDocuments(ImportContext context)
    {
        var documents = DocumentFiles.Read(context.File, context.Options.Headings);
        if (documents.Length > 1 && (context.Options.Translates ?? context.Options.SourceTitle) is not null)
        {
            throw new ImportException("--translates and --source-title are for one document. Import the files one by one.");
        }

        var reports = new List<ImportReport>();
        foreach (var (file, document) in documents)
        {
            var language = DocumentLanguage.Choose(document, context.Options);
            var options = context.Options with { Language = language.Language, Date = context.Options.Date ?? document.Date };
            var each = context with { File = file, Options = options, Report = context.Report.For(file.Name) };
            language.Describe(each.Report);
            await (options.Translates is { } topic ? TranslationImport.Run(each, document, topic) : DocumentImport.Run(each, document));
            Describe(each.Report, document);
            reports.Add(each.Report);
        }

        return [.. reports];
    }

    private static void Describe(ImportReport report, FaqDocument document)
    {
        foreach (var remark in document.Remarks)
        {
            report.Add("remarks", remark);
        }

        foreach (var leftOut in document.LeftOut)
        {
            report.Add("left out", leftOut.ToString());
        }
    }

    private static async Task<ImportReport[]> ImportData(ImportContext context)
    {
        await RunData(context);
        return [context.Report];
    }

    private static Task RunData(ImportContext context)
    {
        var options = context.Options;
        var text = options.Topic ?? options.Jurisdiction ?? options.SourceTitle ?? options.Translates;
        if (text is not null || options.Headings || options.Date is not null)
        {
            throw new ImportException(
                "--topic, --jurisdiction, --source-title, --headings, --document-date and --translates are only for documents. " +
                "A JSON or CSV file contains this data itself.");
        }

        if (context.File.IsCsv)
        {
            return ContactImport.Run(context, ContactsCsv.Read(context.File));
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
