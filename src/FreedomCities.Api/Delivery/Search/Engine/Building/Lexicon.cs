using System.Runtime.InteropServices;

namespace FreedomCities.Api.Delivery.Search.Engine.Building;

/// <summary>Numbers the terms of a segment while it is built. Texts repeat words, so the terms of each word are found once.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<ulong> _terms = [];
    private readonly List<ulong> _termsOfWord = [];
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _words =
        new Dictionary<string, Word>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public int TermCount => _terms.Count;

    public ulong GetTerm(int number) => _terms[number];

    /// <summary>The number of a term, from 0.</summary>
    public int GetNumber(ulong term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, term, out var isKnown);
        if (!isKnown)
        {
            number = _terms.Count;
            _terms.Add(term);
        }

        return number;
    }

    /// <param name="token">Folded.</param>
    public Word GetWord(ReadOnlySpan<char> token)
    {
        if (!_words.TryGetValue(token, out var word))
        {
            word = Create(token);
            // A longer one is hardly repeated, and the spell checker doesn't count it.
            if (token.Length <= SpellChecker.MaxWordLength)
            {
                _words[token] = word;
            }
        }

        return word;
    }

    /// <summary>Adds how often each word occurs that the spell checker may suggest.</summary>
    public void AddCountsTo(Dictionary<string, int> wordCounts)
    {
        foreach (var (token, word) in _words.Dictionary.Where(w => SpellChecker.IsEligible(w.Key)))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(wordCounts, token, out _) += word.Count;
        }
    }

    private Word Create(ReadOnlySpan<char> token)
    {
        _termsOfWord.Clear();
        TermExtractor.AddTo(_termsOfWord, token);
        return new Word([.. _termsOfWord.Select(GetNumber)], TermExtractor.StemPrefix(token));
    }
}

/// <param name="TermNumbers">Of its terms, each once per occurrence.</param>
internal sealed record Word(int[] TermNumbers, ulong StemPrefix)
{
    /// <summary>How often it occurs.</summary>
    public int Count { get; set; }
}
