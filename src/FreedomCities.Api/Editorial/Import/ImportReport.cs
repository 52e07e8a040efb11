using System.Text;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>The report of an import: headings, each with a line for each record.</summary>
internal sealed class ImportReport(string title)
{
    private readonly Dictionary<string, List<string>> _lines = new(StringComparer.Ordinal);

    public void Add(string heading, string line) => Lines(heading).Add(line.ReplaceLineEndings(" "));

    /// <summary>Adds headings that are printed even without lines.</summary>
    public ImportReport WithHeadings(params string[] headings)
    {
        Array.ForEach(headings, h => Lines(h));
        return this;
    }

    public override string ToString()
    {
        var text = new StringBuilder(title).AppendLine();
        foreach (var (heading, lines) in _lines)
        {
            text.Append("  ").Append(heading).Append(": ").Append(lines.Count).AppendLine();
            lines.ForEach(line => text.Append("    ").AppendLine(line));
        }

        return text.ToString();
    }

    private List<string> Lines(string heading) =>
        _lines.TryGetValue(heading, out var lines) ? lines : _lines[heading] = [];
}
