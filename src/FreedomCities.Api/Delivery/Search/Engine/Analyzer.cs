using System.Text;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>Cuts texts into tokens and folds them: documents and queries need the same one.</summary>
/// <param name="fold">Folds a token. It must lower-case ASCII letters and drop apostrophes.</param>
/// <param name="isApostrophe">Whether a character between two letters is part of the word.</param>
internal sealed class Analyzer(Func<string, string> fold, Func<char, bool> isApostrophe)
{
    public Tokenizer Tokenize(ReadOnlySpan<char> text) => new(text, this);

    /// <summary>The folded tokens of a text, separated by spaces.</summary>
    public string Normalize(string text)
    {
        var normalized = new StringBuilder();
        foreach (var token in Tokenize(text))
        {
            normalized.Append(normalized.Length > 0 ? " " : "").Append(token);
        }

        return normalized.ToString();
    }

    public string Fold(ReadOnlySpan<char> token) => fold(token.ToString());

    public bool IsApostrophe(char c) => isApostrophe(c);
}
