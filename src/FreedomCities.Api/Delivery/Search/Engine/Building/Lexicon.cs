using System.Runtime.InteropServices;

namespace FreedomCities.Api.Delivery.Search.Engine.Building;

/// <summary>The words and terms of a generation while it is built. Texts repeat words, so the terms of each are found once.</summary>
internal sealed class Lexicon
{
    // A longer token, like a sentence of a script without spaces, is hardly repeated.
    private const int MaxWordLength = 40;

    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<ulong> _terms = [];
    private readonly List<ulong> _termsOfWord = [];
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _words =
        new Dictionary<string, Word>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public int TermCount => _terms.Count;

    public ulong Term(int number) => _terms[number];

    /// <summary>The number of a term, from 0.</summary>
    public int Number(ulong term)
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
    public Word Find(ReadOnlySpan<char> token)
    {
        if (!_words.TryGetValue(token, out var word))
        {
            word = Create(token);
            if (token.Length <= MaxWordLength)
            {
                _words[token] = word;
            }
        }

        return word;
    }

    public SpellChecker CreateSpellChecker() => new(_words.Dictionary
        .Where(w => SpellChecker.IsEligible(w.Key))
        .ToDictionary(w => w.Key, w => w.Value.Count, StringComparer.Ordinal));

    private Word Create(ReadOnlySpan<char> token)
    {
        _termsOfWord.Clear();
        TermExtractor.AddTo(_termsOfWord, token);
        return new Word([.. _termsOfWord.Select(Number)], TermExtractor.StemPrefix(token));
    }
}

/// <param name="Terms">The numbers of its terms, each once per occurrence.</param>
internal sealed record Word(int[] Terms, ulong StemPrefix)
{
    /// <summary>Of its occurrences.</summary>
    public int Count { get; set; }
}
