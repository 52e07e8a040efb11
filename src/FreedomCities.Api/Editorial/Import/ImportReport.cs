using System.Text;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>What an import did, for the editor who ran it: headings with a line for each thing.</summary>
internal sealed class ImportReport(string title)
{
    private readonly Dictionary<string, List<string>> _lines = new(StringComparer.Ordinal);

    public void Add(string heading, string line) => Lines(heading).Add(line.ReplaceLineEndings(" "));

    /// <summary>A heading that is shown even when nothing follows it: that nothing changed is news too.</summary>
    public ImportReport Always(params string[] headings)
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
