using System.Globalization;
using System.Text;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>The words of a text, folded, each with its place in the text: runs of letters, digits and marks.</summary>
internal ref struct Tokenizer(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private char[] _folded = new char[32];
    private int _length;

    /// <summary>Where the word starts, in UTF-16 code units.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends, exclusive.</summary>
    public int End { get; private set; }

    /// <summary>The folded word; good until the next one.</summary>
    public readonly ReadOnlySpan<char> Current => _folded.AsSpan(0, _length);

    public readonly Tokenizer GetEnumerator() => this;

    public bool MoveNext()
    {
        while (Find())
        {
            Fold();
            if (_length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All folded words of a text, parted by blanks.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder();
        foreach (var word in new Tokenizer(text))
        {
            folded.Append(folded.Length > 0 ? " " : "").Append(word);
        }

        return folded.ToString();
    }

    private bool Find()
    {
        Start = End;
        while (Start < _text.Length && Width(Start) == 0)
        {
            Start++;
        }

        var unspaced = Start < _text.Length && TermExtractor.IsUnspaced(_text[Start]);
        for (End = Start; End < _text.Length && Width(End) is > 0 and var width && TermExtractor.IsUnspaced(_text[End]) == unspaced;)
        {
            End += width;
        }

        return End > Start;
    }

    /// <summary>How many code units of a word stand here; 0: none.</summary>
    private readonly int Width(int i)
    {
        var c = _text[i];
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterOrDigit(c) || (c == '\'' && IsInside(i)) ? 1 : 0;
        }

        Rune.DecodeFromUtf16(_text[i..], out var rune, out var width);
        return Rune.IsLetterOrDigit(rune) || IsMark(Rune.GetUnicodeCategory(rune)) || (Content.Folding.IsApostrophe(c) && IsInside(i)) ? width : 0;
    }

    private readonly bool IsInside(int i) =>
        i > 0 && i + 1 < _text.Length && char.IsLetter(_text[i - 1]) && char.IsLetter(_text[i + 1]);

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private void Fold()
    {
        var word = _text[Start..End];
        if (word.Length > _folded.Length)
        {
            _folded = new char[word.Length * 2];
        }

        if (System.Text.Ascii.IsValid(word))
        {
            Lower(word);
            return;
        }

        var folded = Content.Folding.Fold(word.ToString());
        _folded = folded.Length > _folded.Length ? new char[folded.Length * 2] : _folded;
        folded.CopyTo(_folded);
        _length = folded.Length;
    }

    private void Lower(ReadOnlySpan<char> word)
    {
        _length = 0;
        foreach (var c in word)
        {
            if (c != '\'')
            {
                _folded[_length++] = char.ToLowerInvariant(c);
            }
        }
    }
}
