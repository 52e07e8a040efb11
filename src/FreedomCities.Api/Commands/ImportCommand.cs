using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Commands;

/// <summary>The command word <c>import</c>.</summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> File = new("file")
    {
        Description =
            "FAQ document (plain text, Markdown, HTML, .docx), a folder or .zip of such files, contacts.json, contacts.csv, " +
            "resources.json or aliases.json. Use - for standard input.",
    };

    private static readonly Option<string?> Language = new("--language")
    {
        Description =
            "Language of the file (BCP 47). Default: the language that a document declares or seems to be in; en for JSON and CSV.",
    };

    private static readonly Option<bool> Headings = new("--headings")
    {
        Description = "Import all headings of the document's most regular level as entries, with or without question marks.",
    };

    private static readonly Option<DateOnly?> DocumentDate = new("--document-date")
    {
        Description = "Date of the document (YYYY-MM-DD). Default: the date that it declares.",
    };

    private static readonly Option<string?> Topic = new("--topic")
    {
        Description = "Slug of the topic. Default: derived from the title of the document.",
    };

    private static readonly Option<string?> Translates = new("--translates")
    {
        Description = "Slug of the topic that the document translates to --language. It must have the same questions in the same order.",
    };

    private static readonly Option<string?> Origin = new("--origin")
    {
        Description = "Origin of the text: human, machine or machine-reviewed. Default: human; unchanged text keeps its origin.",
    };

    private static readonly Option<string?> Jurisdiction = new("--jurisdiction")
    {
        Description = "Jurisdiction of the entries (ISO 3166-2), for example US-NM.",
    };

    private static readonly Option<string?> SourceTitle = new("--source-title")
    {
        Description = "Title of the source. Default: title of the document.",
    };

    private static readonly Option<Significance> Significance = new("--significance")
    {
        Description = "Significance of the edit: minor (typo, layout) or major (the old text was wrong; translations become outdated).",
        DefaultValueFactory = _ => Editorial.Publishing.Significance.Major,
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "Format of the report: text or json. JSON has the plan of each document.",
        DefaultValueFactory = _ => "text",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Print the report without writing anything." };

    private static readonly JsonSerializerOptions JsonOptions =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static ImportCommand()
    {
        Language.Validators.Add(r => r.AddErrorUnless(
            r.GetValueOrDefault<string?>() is not { } tag || LanguageTag.Form.IsMatch(tag),
            "--language must be a BCP 47 language tag, for example es."));
        Format.AcceptOnlyFromAmong("text", "json");
        Origin.AcceptOnlyFromAmong(Vocabulary.Origins.All);
        foreach (var topic in new[] { Topic, Translates })
        {
            topic.Validators.Add(r => r.AddErrorUnless(
                r.GetValueOrDefault<string?>() is not { } slug || Slug.Form.IsMatch(slug),
                $"{topic.Name} must be a slug, for example freedom-cities."));
        }

        Jurisdiction.Validators.Add(r => r.AddErrorUnless(
            r.GetValueOrDefault<string?>() is not { } code || Http.Requests.Values.Places.Jurisdiction.Form.IsMatch(code),
            "--jurisdiction must be an ISO 3166-2 code, for example US-NM."));
    }

    public static Command Create()
    {
        const string Description =
            "Import an FAQ document, a translation, contacts, resources or aliases. A corrected file changes only what was corrected.";
        var command = new Command("import", Description)
        {
            File, Language, Translates, Origin, Topic, Jurisdiction, SourceTitle, DocumentDate, Headings, Significance,
            Format, DryRun,
        };
        command.SetAction(Import);
        return command;
    }

    public static void Print(TextWriter output, ImportReport[] reports) =>
        output.Write(string.Join(Environment.NewLine, reports.Select(r => r.ToString())));

    private static void PrintJson(TextWriter output, ImportReport[] reports) =>
        output.WriteLine(JsonSerializer.Serialize(reports.Select(r => r.ToJson()), JsonOptions));

    private static async Task<int> Import(ParseResult parsed, CancellationToken ct)
    {
        var file = await ImportFileReader.Read(parsed.GetRequiredValue(File), ct);
        var options = new ImportOptions
        {
            Language = LanguageTag.Canonical(parsed.GetValue(Language) ?? "en"),
            ProposesLanguage = parsed.GetValue(Language) is null,
            Headings = parsed.GetValue(Headings),
            Date = parsed.GetValue(DocumentDate),
            Translates = parsed.GetValue(Translates),
            Origin = parsed.GetValue(Origin),
            Topic = parsed.GetValue(Topic),
            Jurisdiction = parsed.GetValue(Jurisdiction),
            SourceTitle = parsed.GetValue(SourceTitle),
            Significance = parsed.GetValue(Significance),
        };
        return await CommandDatabase.Use(
            parsed,
            async database =>
            {
                var errors = parsed.InvocationConfiguration.Error;
                var progress = Console.IsErrorRedirected ? null : new ProgressLine(errors);
                var importer = new Importer(database, TimeProvider.System, errors, progress);
                var reports = await importer.Import([(file, options)], parsed.GetValue(DryRun), ct);
                progress?.End();
                if (parsed.GetValue(Format) == "json")
                {
                    PrintJson(parsed.InvocationConfiguration.Output, reports);
                }
                else
                {
                    Print(parsed.InvocationConfiguration.Output, reports);
                }
            },
            ct);
    }
}
