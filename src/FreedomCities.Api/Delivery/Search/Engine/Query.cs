using System.Text;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>A word of a query.</summary>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Folded">What it is compared by.</param>
/// <param name="Correction">What it must have been meant to be; null: what it is.</param>
internal sealed record QueryWord(int Start, int End, string Folded, string? Correction = null)
{
    public string Meant => Correction ?? Folded;
}

/// <summary>What a reader asks.</summary>
internal sealed record Query(string Text, QueryWord[] Words)
{
    public const int MaxLength = 200;
    public const int MaxWords = 32;

    /// <param name="correct">What a folded word must have been meant to be; null: what it is.</param>
    public static Query Parse(string text, Func<string, string?> correct)
    {
        var words = new List<QueryWord>();
        for (var found = new Tokenizer(text); found.MoveNext();)
        {
            var folded = found.Current.ToString();
            words.Add(new QueryWord(found.Start, found.End, folded, correct(folded)));
        }

        return new Query(text, [.. words]);
    }

    /// <summary>The folded words that are meant.</summary>
    public string Folded => string.Join(' ', Words.Select(w => w.Meant));

    /// <summary>The words as they were typed.</summary>
    public Query AsTyped => this with { Words = Array.ConvertAll(Words, w => w with { Correction = null }) };

    /// <summary>The features of the words that are meant.</summary>
    /// <param name="isUnfinished">The last word may go on.</param>
    public List<ulong> Terms(bool isUnfinished = false)
    {
        var features = new List<ulong>();
        foreach (var (i, word) in Words.Index())
        {
            TermExtractor.AddTo(features, word.Meant, isUnfinished && i == Words.Length - 1);
        }

        return features;
    }

    /// <summary>What a question or an alias in just these words has, as typed or as meant.</summary>
    public IEnumerable<ulong> ExactTerms() =>
        new[] { string.Join(' ', Words.Select(w => w.Folded)), Folded }.Distinct(StringComparer.Ordinal).Select(f => TermExtractor.ExactTerm(f));

    /// <summary>The text with its corrections; null: there are none.</summary>
    /// <param name="spell">A folded word as it is written.</param>
    public string? Corrected(Func<string, string> spell)
    {
        var text = new StringBuilder(Text);
        foreach (var word in Words.Reverse().Where(w => w.Correction is not null))
        {
            text.Remove(word.Start, word.End - word.Start).Insert(word.Start, spell(word.Correction!));
        }

        return Words.All(w => w.Correction is null) ? null : text.ToString();
    }
}
