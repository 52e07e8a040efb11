using System.Globalization;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Documents;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;

namespace FreedomCities.Api.Benchmarks.ImportQuality;

/// <summary>Reads the documents of a folder and compares them with the truth beside them.</summary>
internal static class ImportQualityReport
{
    public static DocumentScore[] Measure(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(folder, "truth"), "*.json").Order(StringComparer.Ordinal)
            .Select(DocumentTruth.Read)
            .Select(truth => DocumentScore.Create(truth, () => Read(Path.Combine(folder, "documents", truth.File)))),
    ];

    /// <summary>Beside the checkout that the command runs in.</summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("FAQ_DOCUMENTS") ?? Path.GetFullPath("../shared/data/faq-documents");

    public static async Task Print(TextWriter output, string path)
    {
        if (!Directory.Exists(Path.Combine(path, "truth")))
        {
            await Show(output, path);
            return;
        }

        await PrintScores(output, Measure(path));
    }

    private static async Task PrintScores(TextWriter output, DocumentScore[] scores)
    {
        await output.WriteLineAsync("| document | questions found | invented | answers whole | links | contacts | topic | left out named | no markup | refusal |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var s in scores.Append(Sum(scores)))
        {
            await output.WriteLineAsync(
                $"| {s.File} | {s.Found}/{s.Questions} | {s.Invented} | {s.Whole}/{s.Questions} | {s.LinksKept}/{s.Links} | " +
                $"{s.ContactsKept}/{s.Contacts} | {Sign(s.HasTitle)} | {Sign(s.HasLeftOut)} | {Sign(!s.HasMarkup)} | {Sign(s.IsRefusedRight)} |");
        }

        foreach (var (score, fault) in scores.SelectMany(s => s.Faults.Select(f => (s, f))))
        {
            await output.WriteLineAsync($"{score.File}: {fault}");
        }
    }

    /// <summary>Prints what is read of a document without truth.</summary>
    private static async Task Show(TextWriter output, string path)
    {
        try
        {
            foreach (var document in Read(path))
            {
                await output.WriteLineAsync($"# {document.Title}\n");
                foreach (var entry in document.Entries)
                {
                    await output.WriteLineAsync($"## {entry.Question}\n\n({entry.Position}; {entry.Section})\n\n{entry.Answer}\n");
                }

                foreach (var leftOut in document.LeftOut)
                {
                    await output.WriteLineAsync($"left out: {leftOut.ToString().ReplaceLineEndings(" ")}");
                }
            }
        }
        catch (ImportException e)
        {
            await output.WriteLineAsync($"refused: {e.Message}");
        }
    }

    private static FaqDocument[] Read(string path) =>
        [.. DocumentFiles.Read(ImportFileReader.Read(new FileInfo(path), CancellationToken.None).GetAwaiter().GetResult(), headings: false).Select(d => d.Document)];

    private static DocumentScore Sum(DocumentScore[] scores) => new()
    {
        File = string.Create(CultureInfo.InvariantCulture, $"{scores.Length} documents"),
        Questions = scores.Sum(s => s.Questions),
        Found = scores.Sum(s => s.Found),
        Invented = scores.Sum(s => s.Invented),
        Whole = scores.Sum(s => s.Whole),
        Links = scores.Sum(s => s.Links),
        LinksKept = scores.Sum(s => s.LinksKept),
        Contacts = scores.Sum(s => s.Contacts),
        ContactsKept = scores.Sum(s => s.ContactsKept),
        HasTitle = scores.All(s => s.HasTitle),
        HasLeftOut = scores.All(s => s.HasLeftOut),
        HasMarkup = scores.Any(s => s.HasMarkup),
        IsRefusedRight = scores.All(s => s.IsRefusedRight),
    };

    private static string Sign(bool isRight) => isRight ? "yes" : "**no**";
}
