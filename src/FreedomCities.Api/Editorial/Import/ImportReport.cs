using System.Text;
using System.Text.Json;
using FreedomCities.Api.Editorial.Import.Documents;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>The report of an import: headings, each with a line for each record.</summary>
internal sealed class ImportReport(string file, bool isDryRun)
{
    private readonly Dictionary<string, List<string>> _lines = new(StringComparer.Ordinal);

    /// <summary>The plan of a document; null: the file is another one.</summary>
    public PlanView? Plan { get; set; }

    public void Add(string heading, string line) => Lines(heading).Add(line.ReplaceLineEndings(" "));

    /// <summary>Adds headings that are printed even without lines.</summary>
    public ImportReport WithHeadings(params string[] headings)
    {
        Array.ForEach(headings, h => Lines(h));
        return this;
    }

    /// <summary>An empty report of another file of the same import.</summary>
    public ImportReport For(string name) => new(name, isDryRun);

    public override string ToString()
    {
        var text = new StringBuilder(isDryRun ? $"{file} (dry run, nothing was written)" : file).AppendLine();
        foreach (var (heading, lines) in _lines)
        {
            text.Append("  ").Append(heading).Append(": ").Append(lines.Count).AppendLine();
            lines.ForEach(line => text.Append("    ").AppendLine(line));
        }

        return text.ToString();
    }

    /// <summary>The report as JSON.</summary>
    public JsonElement ToJson() =>
        JsonSerializer.SerializeToElement(new { File = file, IsDryRun = isDryRun, Report = _lines, Plan }, JsonSerializerOptions.Web);

    private List<string> Lines(string heading) =>
        _lines.TryGetValue(heading, out var lines) ? lines : _lines[heading] = [];
}
