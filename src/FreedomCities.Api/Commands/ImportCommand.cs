using System.CommandLine;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Commands;

/// <summary>The command word <c>import</c>.</summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "An FAQ document (plain text or Markdown), a contacts.json, a resources.json or an aliases.json; -: standard input." };
    private static readonly Option<string> Language = new("--language") { Description = "The file's language (BCP 47).", DefaultValueFactory = _ => "en" };
    private static readonly Option<string?> Topic = new("--topic") { Description = "Slug of the document's topic. Default: made of its title." };
    private static readonly Option<string?> Translates = new("--translates") { Description = "Slug of the topic that the document translates to --language, question by question." };
    private static readonly Option<string?> Origin = new("--origin") { Description = "Who wrote the text: human, machine or machine-reviewed. Default: human, and what is unchanged as it was." };
    private static readonly Option<string?> Jurisdiction = new("--jurisdiction") { Description = "Place that the document is about (ISO 3166-2), for example US-NM." };
    private static readonly Option<string?> SourceTitle = new("--source-title") { Description = "The document's title as a source. Default: its title." };

    private static readonly Option<Significance> Significance = new("--significance")
    {
        Description = "How much the edit matters: minor (typo, layout) or major (a reader of the old text would be wrong).",
        DefaultValueFactory = _ => Editorial.Publishing.Significance.Major,
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Report what would be done, and do nothing." };

    static ImportCommand()
    {
        Language.Validators.Add(r => r.AddErrorUnless(Languages.IsTag(r.GetValueOrDefault<string>()), "--language must be a language tag as in BCP 47, for example es."));
        Origin.AcceptOnlyFromAmong("human", "machine", "machine-reviewed");
        foreach (var topic in new[] { Topic, Translates })
        {
            topic.Validators.Add(r => r.AddErrorUnless(r.GetValueOrDefault<string?>() is not { } slug || Validation.IsSlug(slug), $"{topic.Name} must be a slug, for example freedom-cities."));
        }

        Jurisdiction.Validators.Add(r => r.AddErrorUnless(r.GetValueOrDefault<string?>() is not { } code || Validation.IsJurisdiction(code), "--jurisdiction must be a code of ISO 3166-2, for example US-NM."));
    }

    public static Command Create()
    {
        var command = new Command("import", "Import an FAQ document, its translation, contacts, resources or aliases; a corrected copy changes just what was corrected.")
        {
            File, Language, Translates, Origin, Topic, Jurisdiction, SourceTitle, Significance, DryRun,
        };
        command.SetAction(Import);
        return command;
    }

    public static void Print(TextWriter output, ImportReport[] reports) =>
        output.Write(string.Join(Environment.NewLine, reports.Select(r => r.ToString())));

    private static async Task<int> Import(ParseResult parsed, CancellationToken ct)
    {
        var file = await ImportFileReader.Read(parsed.GetRequiredValue(File), ct);
        var options = new ImportOptions
        {
            Language = Languages.Canonical(parsed.GetRequiredValue(Language)),
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
                var importer = new Importer(database, TimeProvider.System, parsed.InvocationConfiguration.Error);
                Print(parsed.InvocationConfiguration.Output, await importer.Import([(file, options)], parsed.GetValue(DryRun), ct));
            },
            ct);
    }
}
