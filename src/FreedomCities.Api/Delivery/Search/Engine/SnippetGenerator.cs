using System.Text;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>Shows the part of a text that says most about what was asked.</summary>
internal sealed class SnippetGenerator
{
    private const int MaxLength = 238; // and … at both ends
    private const int MaxLead = 20;

    // Words that tell less than this share of what the most telling one of the query does ("the" beside "warrant") aren't marked.
    private const double InformativeShare = 0.5;
    private const int MaxInformativeLength = 5;

    private readonly Dictionary<ulong, double> _idf;
    private readonly double _minimumIdf;

    public SnippetGenerator(SearchIndex index, Query query)
    {
        _idf = query.Words.DistinctBy(w => TermExtractor.StemPrefix(w.Meant)).Select(w => (Beginning: TermExtractor.StemPrefix(w.Meant), w.Meant.Length))
            .Where(w => index.Has(w.Beginning))
            .ToDictionary(w => w.Beginning, w => index.Idf(w.Beginning) * Math.Min(w.Length, MaxInformativeLength));
        _minimumIdf = _idf.Values.DefaultIfEmpty().Max() * InformativeShare;
    }

    public Snippet Generate(string text)
    {
        var words = WordsOf(text);
        if (words.Length == 0)
        {
            return new Snippet { Text = "", Highlights = [] };
        }

        var (first, last) = BestWindow(words);
        var room = Math.Max(0, MaxLength - (words[last].End - words[first].Start));
        var lead = words[first].Start - (room / 3);
        first = Array.FindIndex(words, w => w.Start >= lead);
        var start = first == 0 && words[0].Start <= MaxLead ? 0 : words[first].Start;
        last = Math.Max(first, Array.FindLastIndex(words, w => w.End - start <= MaxLength));
        var end = last == words.Length - 1 && text.Length - start <= MaxLength ? text.Length : words[last].End;
        end = end - start <= MaxLength ? end : start + MaxLength - (char.IsLowSurrogate(text[start + MaxLength]) ? 1 : 0);
        return Cut(text, start, end, words[first..(last + 1)].Where(w => w.IsInformative));
    }

    private static Snippet Cut(string text, int start, int end, IEnumerable<TextWord> telling)
    {
        var before = start > 0 ? "…" : "";
        return new Snippet
        {
            Text = new StringBuilder(before).Append(text, start, end - start).Replace('\n', ' ').Append(end < text.Length ? "…" : "").ToString(),
            Highlights = [.. telling.Where(w => w.End <= end).Select(w => new[] { w.Start - start + before.Length, w.End - start + before.Length })],
        };
    }

    /// <summary>The first and the last telling word of the window that has most that is telling, each word of the query counted once.</summary>
    private static (int First, int Last) BestWindow(TextWord[] words)
    {
        var (best, window) = (0.0, (0, 0));
        foreach (var (first, start) in words.Index().Where(w => w.Item.IsInformative))
        {
            var (seen, sum, last) = (new HashSet<ulong>(), 0.0, first);
            for (var i = first; i < words.Length && words[i].End - start.Start <= MaxLength; i++)
            {
                if (words[i].IsInformative && seen.Add(words[i].StemPrefix))
                {
                    (sum, last) = (sum + words[i].Idf, i);
                }
            }

            (best, window) = sum > best ? (sum, (first, last)) : (best, window);
        }

        return window;
    }

    private TextWord[] WordsOf(string text)
    {
        var found = new List<TextWord>();
        for (var words = new Tokenizer(text); words.MoveNext();)
        {
            var beginning = TermExtractor.StemPrefix(words.Current);
            var importance = _idf.GetValueOrDefault(beginning);
            found.Add(new TextWord(words.Start, words.End, beginning, importance, importance > 0 && importance >= _minimumIdf));
        }

        return [.. found];
    }

    private readonly record struct TextWord(int Start, int End, ulong StemPrefix, double Idf, bool IsInformative);
}
