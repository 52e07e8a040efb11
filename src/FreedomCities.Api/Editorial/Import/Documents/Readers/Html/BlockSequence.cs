using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>The blocks of an element. Loose text between them becomes paragraphs.</summary>
internal sealed class BlockSequence(bool keepLines)
{
    private readonly List<Block> _blocks = [];
    private InlineBuilder _text = new(keepLines);
    private SourcePosition _start;
    private bool _hasText;
    private Style? _break;

    public Block[] Build()
    {
        Flush();
        return [.. _blocks];
    }

    public void Add(params Block[] blocks)
    {
        Flush();
        _blocks.AddRange(blocks);
    }

    public void AddText(string text, Style style, SourcePosition position)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            AddSpace(text);
            return;
        }

        EndBreak();
        if (!_hasText)
        {
            (_hasText, _start) = (true, position);
        }

        _text.Add(text, style.Marks, style.Target);
    }

    /// <summary>The second of two line breaks ends the paragraph.</summary>
    public void AddBreak(Style style)
    {
        if (_break is not null)
        {
            Flush();
        }
        else if (_hasText)
        {
            _break = style;
        }
    }

    public void AddNote(string label, SourcePosition position)
    {
        if (!_hasText)
        {
            (_hasText, _start) = (true, position);
        }

        _text.AddNote(label);
    }

    public void Flush()
    {
        if (_text.Build() is { IsEmpty: false } content)
        {
            _blocks.Add(new Block.Paragraph(_start, content));
        }

        (_text, _hasText, _break) = (new InlineBuilder(keepLines), false, null);
    }

    private void AddSpace(string text)
    {
        if (_hasText && _break is null)
        {
            _text.Add(text);
        }
    }

    private void EndBreak()
    {
        if (_break is { } style)
        {
            _text.AddBreak(style.Marks, style.Target);
            _break = null;
        }
    }
}
