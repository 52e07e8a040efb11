using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Formats;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Lists;

/// <summary>The lists of a document, and how far each has counted.</summary>
internal sealed class NumberingTable
{
    private const int Levels = 9;

    private readonly Dictionary<int, NumberingInstance> _lists = [];
    private readonly Dictionary<int, AbstractNum> _abstract = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<(int, int)> _restarted = [];

    public NumberingTable(MainDocumentPart document)
    {
        var numbering = document.NumberingDefinitionsPart?.Numbering;
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (StyleSheet.ParseNumber(list.NumberID?.InnerText) is { } id)
            {
                _lists.TryAdd(id, list);
            }
        }

        foreach (var list in numbering?.Elements<AbstractNum>() ?? [])
        {
            if (StyleSheet.ParseNumber(list.AbstractNumberId?.InnerText) is { } id)
            {
                _abstract.TryAdd(id, list);
            }
        }
    }

    /// <summary>The next item of a list; null: the list has no such level, or no number and no bullet.</summary>
    public ListItem? Count(int list, int level)
    {
        if (FindLevel(list, level) is not { } found || found.Format is "none")
        {
            return null;
        }

        var counters = FindCounters(list);
        var restart = FindOverride(list, level)?.StartOverrideNumberingValue?.Val?.InnerText;
        if (restart is not null && _restarted.Add((list, level)))
        {
            counters[level] = null;
        }

        counters[level] = counters[level] + 1 ?? StyleSheet.ParseNumber(restart) ?? found.Start;
        Array.Fill(counters, null, level + 1, Levels - level - 1);
        return new ListItem(list, level, found.Format == "bullet" ? null : counters[level], found.Indent);
    }

    private (string Format, int Start, int Indent)? FindLevel(int list, int level)
    {
        var definition = FindOverride(list, level)?.Level
            ?? FindAbstract(list)?.Elements<Level>().FirstOrDefault(l => StyleSheet.ParseNumber(l.LevelIndex?.InnerText) == level);
        return definition is null
            ? null
            : (definition.NumberingFormat?.Val?.InnerText ?? "decimal",
                StyleSheet.ParseNumber(definition.StartNumberingValue?.Val?.InnerText) ?? 1,
                StyleSheet.ParseIndent(definition.PreviousParagraphProperties?.Indentation) ?? 0);
    }

    private LevelOverride? FindOverride(int list, int level) => _lists.GetValueOrDefault(list)?.Elements<LevelOverride>()
        .FirstOrDefault(o => StyleSheet.ParseNumber(o.LevelIndex?.InnerText) == level);

    private AbstractNum? FindAbstract(int list) => FindAbstractId(list) is { } id ? _abstract.GetValueOrDefault(id) : null;

    private int? FindAbstractId(int list) => StyleSheet.ParseNumber(_lists.GetValueOrDefault(list)?.AbstractNumId?.Val?.InnerText);

    private int?[] FindCounters(int list)
    {
        var id = FindAbstractId(list) ?? -1;
        return _counters.TryGetValue(id, out var counters) ? counters : _counters[id] = new int?[Levels];
    }
}
