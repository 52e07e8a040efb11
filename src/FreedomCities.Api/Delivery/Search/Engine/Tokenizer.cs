using System.Globalization;
using System.Text;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>The tokens of a text: runs of letters, digits and marks, folded, with their offsets.</summary>
internal ref struct Tokenizer(ReadOnlySpan<char> text, Analyzer analyzer)
{
    private readonly ReadOnlySpan<char> _text = text;
    private char[] _folded = new char[32];
    private int _length;

    /// <summary>The start offset of the token, in UTF-16 code units.</summary>
    public int Start { get; private set; }

    /// <summary>The end offset, exclusive.</summary>
    public int End { get; private set; }

    /// <summary>The folded token. The next one overwrites it.</summary>
    public readonly ReadOnlySpan<char> Current => _folded.AsSpan(0, _length);

    /// <summary>The token in lower case, with its accents. Null: that is the folded token.</summary>
    public string? Written { get; private set; }

    public readonly Tokenizer GetEnumerator() => this;

    public bool MoveNext()
    {
        while (FindToken())
        {
            Fold();
            if (_length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool FindToken()
    {
        Start = End;
        while (Start < _text.Length && TokenCharWidth(Start) == 0)
        {
            Start++;
        }

        var isUnspaced = Start < _text.Length && TermExtractor.IsUnspaced(_text[Start]);
        End = Start;
        while (End < _text.Length && TermExtractor.IsUnspaced(_text[End]) == isUnspaced && TokenCharWidth(End) is > 0 and var width)
        {
            End += width;
        }

        return End > Start;
    }

    /// <summary>The number of code units of the token character at an offset; 0: no token character is there.</summary>
    private readonly int TokenCharWidth(int offset)
    {
        var c = _text[offset];
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterOrDigit(c) || (c == '\'' && IsBetweenLetters(offset)) ? 1 : 0;
        }

        Rune.DecodeFromUtf16(_text[offset..], out var rune, out var width);
        var isTokenChar = Rune.IsLetterOrDigit(rune)
            || IsMark(Rune.GetUnicodeCategory(rune))
            || (analyzer.IsApostrophe(c) && IsBetweenLetters(offset));
        return isTokenChar ? width : 0;
    }

    private readonly bool IsBetweenLetters(int offset) =>
        offset > 0 && offset + 1 < _text.Length && char.IsLetter(_text[offset - 1]) && char.IsLetter(_text[offset + 1]);

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private void Fold()
    {
        var token = _text[Start..End];
        if (token.Length > _folded.Length)
        {
            _folded = new char[token.Length * 2];
        }

        Written = null;
        if (Ascii.IsValid(token))
        {
            FoldAscii(token);
            return;
        }

        var folded = analyzer.Fold(token);
        _folded = folded.Length > _folded.Length ? new char[folded.Length * 2] : _folded;
        folded.CopyTo(_folded);
        _length = folded.Length;
        var lower = token.ToString().ToLowerInvariant();
        Written = lower == folded ? null : lower;
    }

    private void FoldAscii(ReadOnlySpan<char> token)
    {
        _length = 0;
        foreach (var c in token)
        {
            if (c != '\'')
            {
                _folded[_length++] = char.ToLowerInvariant(c);
            }
        }
    }
}
