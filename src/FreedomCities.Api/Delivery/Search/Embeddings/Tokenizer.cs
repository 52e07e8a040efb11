using System.Text.RegularExpressions;
using FastBertTokenizer;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>Makes the inputs of a sentence model: at most 256 tokens.</summary>
internal sealed partial class Tokenizer
{
    private const int MaxTokens = 256;

    private readonly BertTokenizer _tokenizer = new();
    private readonly Lock _lock = new();

    /// <param name="vocabulary">Path of the file.</param>
    public Tokenizer(string vocabulary)
    {
        using var reader = new StreamReader(vocabulary);
        _tokenizer.LoadVocabulary(reader, convertInputToLowercase: true);
    }

    /// <returns>Ids, mask and types.</returns>
    public long[][] Tokenize(string text)
    {
        var cut = EndOfLongWord.Replace(text, "");
        lock (_lock) // the tokenizer reuses its buffers
        {
            var (ids, mask, types) = _tokenizer.Encode(cut, MaxTokens);
            return [ids.ToArray(), mask.ToArray(), types.ToArray()];
        }
    }

    // The time for a word grows with the square of its length. BERT knows none that is longer.
    [GeneratedRegex(@"(?<=\S{100})\S+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex EndOfLongWord { get; }
}
