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

    public static int Print(TextWriter output, string folder)
    {
        var scores = Measure(folder);
        output.WriteLine("| document | questions found | invented | answers whole | links | contacts | topic | left out named | no markup | refusal |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var s in scores.Append(Sum(scores)))
        {
            output.WriteLine(
                $"| {s.File} | {s.Found}/{s.Questions} | {s.Invented} | {s.Whole}/{s.Questions} | {s.LinksKept}/{s.Links} | {s.ContactsKept}/{s.Contacts} | " +
                $"{Sign(s.HasTitle)} | {Sign(s.HasLeftOut)} | {Sign(!s.HasMarkup)} | {Sign(s.IsRefusedRight)} |");
        }

        foreach (var (score, fault) in scores.SelectMany(s => s.Faults.Select(f => (s, f))))
        {
            output.WriteLine($"{score.File}: {fault}");
        }

        return scores.All(s => s.Faults.Length == 0) ? 0 : 1;
    }

    public static int Show(string path)
    {
        try
        {
            foreach (var d in Read(path))
            {
                Console.WriteLine($"TITLE {d.Title} | {d.Subject} | {d.Language} | {d.Date}");
                foreach (var e in d.Entries)
                {
                    Console.WriteLine($"Q [{e.Section}] {e.Position}: {e.Question} {(e.Aliases is null ? "" : string.Join('/', e.Aliases))}\n{e.Answer}\n");
                }

                foreach (var l in d.LeftOut)
                {
                    Console.WriteLine($"LEFT {l.Position} {l.Reason}: {l.Text.ReplaceLineEndings(" ")}");
                }
            }
        }
        catch (ImportException e)
        {
            Console.WriteLine("REFUSED " + e.Message);
        }

        return 0;
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
