namespace FreedomCities.Api.Editorial.Import.Documents.Readers;

/// <summary>Which line of a source made a line of the HTML that is written here.</summary>
internal sealed class LineMap : StringWriter
{
    private readonly List<(int Line, int Source)> _starts = [(1, 1)];
    private int _line = 1;
    private int _counted;

    /// <summary>What is written from now on comes from this line and those after it.</summary>
    public void StartAt(int source)
    {
        var text = GetStringBuilder();
        foreach (var chunk in text.ToString(_counted, text.Length - _counted))
        {
            _line += chunk == '\n' ? 1 : 0;
        }

        _counted = text.Length;
        _starts.Add((_line, source));
    }

    public int ToSourceLine(int line)
    {
        line = Math.Max(line, 1);
        var next = FindNext(line);
        var start = _starts[next - 1];
        var source = start.Source + line - start.Line;
        return next == _starts.Count ? source : Math.Max(start.Source, Math.Min(source, _starts[next].Source));
    }

    /// <summary>The index of the first start behind a line: their lines ascend.</summary>
    private int FindNext(int line)
    {
        var (low, high) = (0, _starts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _starts[middle].Line > line ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
