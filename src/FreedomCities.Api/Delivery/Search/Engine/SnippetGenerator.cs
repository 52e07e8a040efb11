using System.Text;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>A fragment of a text.</summary>
/// <param name="Highlights">Pairs of start and end (exclusive), in UTF-16 code units of the fragment, ascending.</param>
internal sealed record TextFragment(string Text, int[][] Highlights);

/// <summary>Selects the fragment of a text that matches a query best, and highlights the matching tokens.</summary>
internal sealed class SnippetGenerator
{
    private const int MaxLength = 238; // 240 with … at both ends
    private const int MaxLead = 20;

    // A token is highlighted only if its weight is at least this share of the highest one: "warrant", but not "the" beside it.
    private const double MinWeightShare = 0.5;
    private const int MaxWeightedLength = 5;

    private readonly Analyzer _analyzer;
    private readonly Dictionary<ulong, double> _weights;
    private readonly double _minWeight;

    public SnippetGenerator(SearchIndex index, Query query)
    {
        _analyzer = index.Analyzer;
        var words = query.Tokens.Where(t => !t.IsStopWord).ToArray();
        _weights = (words is [] ? query.Tokens : words)
            .DistinctBy(t => t.StemPrefix)
            .Select(t => (Term: t.StemPrefix, t.Corrected.Length))
            .Where(t => index.Contains(t.Term))
            .ToDictionary(t => t.Term, t => index.Idf(t.Term) * Math.Min(t.Length, MaxWeightedLength));
        _minWeight = _weights.Values.DefaultIfEmpty().Max() * MinWeightShare;
    }

    /// <param name="findStart">Where the fragment starts if no token is highlighted.</param>
    public TextFragment Generate(string text, Func<int> findStart)
    {
        var tokens = Tokenize(text);
        if (tokens.Length == 0)
        {
            return new TextFragment("", []);
        }

        var lead = FindStart(tokens, findStart);
        var first = Math.Max(0, Array.FindIndex(tokens, t => t.Start >= lead));
        var start = first == 0 && tokens[0].Start <= MaxLead ? 0 : tokens[first].Start;
        var last = Math.Max(first, Array.FindLastIndex(tokens, t => t.End - start <= MaxLength));
        var end = last == tokens.Length - 1 && text.Length - start <= MaxLength ? text.Length : tokens[last].End;
        end = end - start <= MaxLength ? end : start + MaxLength - (char.IsLowSurrogate(text[start + MaxLength]) ? 1 : 0);
        return Cut(text, start, end, tokens[first..(last + 1)].Where(t => t.IsHighlighted));
    }

    private static int FindStart(TextToken[] tokens, Func<int> findStart)
    {
        if (!Array.Exists(tokens, t => t.IsHighlighted))
        {
            return tokens[^1].End <= MaxLength ? 0 : findStart();
        }

        var (first, last) = FindBestWindow(tokens);
        var room = Math.Max(0, MaxLength - (tokens[last].End - tokens[first].Start));
        return tokens[first].Start - (room / 3);
    }

    private static TextFragment Cut(string text, int start, int end, IEnumerable<TextToken> highlighted)
    {
        var before = start > 0 ? "…" : "";
        var shift = before.Length - start;
        return new TextFragment(
            new StringBuilder(before).Append(text, start, end - start).Replace('\n', ' ').Append(end < text.Length ? "…" : "").ToString(),
            [.. highlighted.Where(t => t.End <= end).Select(t => new[] { t.Start + shift, t.End + shift })]);
    }

    /// <summary>The first and last highlighted token of the window with the highest weight. Each term of the query counts once.</summary>
    private static (int First, int Last) FindBestWindow(TextToken[] tokens)
    {
        var (best, window) = (0.0, (0, 0));
        foreach (var (first, start) in tokens.Index().Where(t => t.Item.IsHighlighted))
        {
            var (counted, weight, last) = (new HashSet<ulong>(), 0.0, first);
            for (var i = first; i < tokens.Length && tokens[i].End - start.Start <= MaxLength; i++)
            {
                if (tokens[i].IsHighlighted && counted.Add(tokens[i].StemPrefix))
                {
                    (weight, last) = (weight + tokens[i].Weight, i);
                }
            }

            (best, window) = weight > best ? (weight, (first, last)) : (best, window);
        }

        return window;
    }

    private TextToken[] Tokenize(string text)
    {
        var tokens = new List<TextToken>();
        for (var tokenizer = _analyzer.Tokenize(text); tokenizer.MoveNext();)
        {
            var term = TermExtractor.StemPrefix(tokenizer.Current);
            var weight = _weights.GetValueOrDefault(term);
            tokens.Add(new TextToken(tokenizer.Start, tokenizer.End, term, weight, weight > 0 && weight >= _minWeight));
        }

        return [.. tokens];
    }

    private readonly record struct TextToken(int Start, int End, ulong StemPrefix, double Weight, bool IsHighlighted);
}
