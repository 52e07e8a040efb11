using System.Runtime.InteropServices;
using System.Text;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>A token of a query.</summary>
/// <param name="Start">Its start offset, in UTF-16 code units.</param>
/// <param name="End">Its end offset, exclusive.</param>
/// <param name="Folded">The token as typed, folded.</param>
/// <param name="Written">The token with its accents; null: it has none.</param>
/// <param name="IsStopWord">Whether it says little, and has less weight.</param>
/// <param name="Correction">The indexed word to search instead; null: none.</param>
internal sealed record QueryToken(int Start, int End, string Folded, string? Written, bool IsStopWord, string? Correction)
{
    public string Corrected => Correction ?? Folded;

    public ulong StemPrefix => TermExtractor.StemPrefix(Corrected);
}

/// <summary>A query as typed, and its tokens.</summary>
internal sealed record Query(string Text, QueryToken[] Tokens)
{
    public const int MaxLength = 500;
    public const int MaxTokens = 80;

    // Chosen on development data: docs/performance.md.
    private const double StopWordWeight = 0.5;
    private const double WordPairWeight = 0.5;
    private const double WrittenWeight = 0.5;

    /// <param name="isStopWord">Whether a folded token says little.</param>
    /// <param name="correct">Returns the correction of a folded token; null: none.</param>
    public static Query Parse(string text, Analyzer analyzer, Func<string, bool> isStopWord, Func<string, string?> correct)
    {
        var tokens = new List<QueryToken>();
        for (var tokenizer = analyzer.Tokenize(text); tokenizer.MoveNext();)
        {
            var folded = tokenizer.Current.ToString();
            tokens.Add(new QueryToken(
                tokenizer.Start, tokenizer.End, folded, tokenizer.Written, isStopWord(folded), correct(folded)));
        }

        return new Query(text, [.. tokens]);
    }

    /// <summary>The corrected tokens, separated by spaces.</summary>
    public string Normalized => string.Join(' ', Tokens.Select(t => t.Corrected));

    /// <summary>The query without corrections.</summary>
    public Query AsTyped => this with { Tokens = Array.ConvertAll(Tokens, t => t with { Correction = null }) };

    /// <summary>The terms of the corrected tokens.</summary>
    /// <param name="lastIsPrefix">The last token is the beginning of a word.</param>
    /// <returns>Each term with its weight: the sum over its occurrences.</returns>
    public Dictionary<ulong, double> Terms(bool lastIsPrefix = false)
    {
        var (weights, terms) = (new Dictionary<ulong, double>(), new List<ulong>());
        foreach (var (i, token) in Tokens.Index())
        {
            terms.Clear();
            var isPrefix = lastIsPrefix && i == Tokens.Length - 1;
            TermExtractor.AddTo(terms, token.Corrected, isPrefix);
            terms.ForEach(term => Add(term, token.IsStopWord ? StopWordWeight : 1));
            if (i > 0 && !isPrefix)
            {
                Add(TermExtractor.WordPair(Tokens[i - 1].StemPrefix, token.StemPrefix), WordPairWeight);
            }

            if (token is { Written: { } written, Correction: null })
            {
                Add(TermExtractor.Written(written), WrittenWeight);
            }
        }

        return weights;

        void Add(ulong term, double weight) => CollectionsMarshal.GetValueRefOrAddDefault(weights, term, out _) += weight;
    }

    /// <summary>The terms of a question or alias that equals the query, as typed or as corrected.</summary>
    public IEnumerable<ulong> ExactTerms() =>
        new[] { AsTyped.Normalized, Normalized }.Distinct(StringComparer.Ordinal).Select(TermExtractor.ExactTerm);

    /// <summary>The text with its corrections, folded.</summary>
    public string Corrected => FormatCorrected(word => word) ?? Text;

    /// <summary>The text with its corrections; null: there are none.</summary>
    /// <param name="restore">Returns the spelling of a folded word, with its accents.</param>
    public string? FormatCorrected(Func<string, string> restore)
    {
        var text = new StringBuilder(Text);
        foreach (var token in Tokens.Reverse().Where(t => t.Correction is not null))
        {
            text.Remove(token.Start, token.End - token.Start).Insert(token.Start, restore(token.Correction!));
        }

        return Tokens.All(t => t.Correction is null) ? null : text.ToString();
    }
}
