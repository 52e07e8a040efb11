using System.Text;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Shows the part of a text that says most about what was asked.</summary>
internal sealed class Telling
{
    private const int MaxLength = 238; // and … at both ends
    private const int MaxLead = 20;

    // Words that tell less than this share of what the most telling one of the query does ("the" beside "warrant") aren't marked.
    private const double TellingShare = 0.5;
    private const int MaxTellingLength = 5;

    private readonly Dictionary<ulong, double> _importance;
    private readonly double _telling;

    public Telling(SearchIndex index, Query query)
    {
        _importance = query.Words.DistinctBy(w => Features.Beginning(w.Meant)).Select(w => (Beginning: Features.Beginning(w.Meant), w.Meant.Length))
            .Where(w => index.Has(w.Beginning))
            .ToDictionary(w => w.Beginning, w => index.Importance(w.Beginning) * Math.Min(w.Length, MaxTellingLength));
        _telling = _importance.Values.DefaultIfEmpty().Max() * TellingShare;
    }

    public Snippet Snippet(string text)
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
        return Cut(text, start, end, words[first..(last + 1)].Where(w => w.IsTelling));
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
        foreach (var (first, start) in words.Index().Where(w => w.Item.IsTelling))
        {
            var (seen, sum, last) = (new HashSet<ulong>(), 0.0, first);
            for (var i = first; i < words.Length && words[i].End - start.Start <= MaxLength; i++)
            {
                if (words[i].IsTelling && seen.Add(words[i].Beginning))
                {
                    (sum, last) = (sum + words[i].Importance, i);
                }
            }

            (best, window) = sum > best ? (sum, (first, last)) : (best, window);
        }

        return window;
    }

    private TextWord[] WordsOf(string text)
    {
        var found = new List<TextWord>();
        for (var words = new Words(text); words.MoveNext();)
        {
            var beginning = Features.Beginning(words.Current);
            var importance = _importance.GetValueOrDefault(beginning);
            found.Add(new TextWord(words.Start, words.End, beginning, importance, importance > 0 && importance >= _telling));
        }

        return [.. found];
    }

    private readonly record struct TextWord(int Start, int End, ulong Beginning, double Importance, bool IsTelling);
}
