using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx;

/// <summary>The fields that are open: a field's instruction, and the text that it shows, may span runs and paragraphs.</summary>
internal sealed partial class FieldStack
{
    private const int MaxDepth = 50;
    private const int MaxInstruction = 10_000;

    private readonly Stack<Field> _open = [];

    /// <summary>Whether the text is an instruction, which readers don't see.</summary>
    public bool IsInstruction => _open.Any(f => !f.IsShown);

    /// <summary>Whether the text belongs to a table of contents.</summary>
    public bool IsContents => _open.Any(f => f.Instruction.TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase));

    /// <summary>The target of the innermost link.</summary>
    public string? Target => _open.Select(f => f.Target).FirstOrDefault(t => t is not null);

    public void Begin()
    {
        if (_open.Count < MaxDepth)
        {
            _open.Push(new Field());
        }
    }

    public void AddInstruction(string text)
    {
        if (_open.TryPeek(out var field) && !field.IsShown && field.Instruction.Length < MaxInstruction)
        {
            field.Instruction += text;
        }
    }

    public void Show()
    {
        if (_open.TryPeek(out var field))
        {
            field.IsShown = true;
            field.Target = ParseTarget(field.Instruction);
        }
    }

    /// <summary>An instruction ends with its paragraph: one that has no end hides no further text.</summary>
    public void EndInstructions()
    {
        while (_open.TryPeek(out var field) && !field.IsShown)
        {
            _open.Pop();
        }
    }

    public void End() => _open.TryPop(out _);

    /// <summary>The target of HYPERLINK "address" \l "anchor"; null: another field.</summary>
    public static string? ParseTarget(string instruction)
    {
        var match = Hyperlink().Match(instruction);
        var (address, anchor) = (match.Groups["address"].Value, match.Groups["anchor"].Value);
        return (address + (anchor.Length > 0 ? $"#{anchor}" : "")) is { Length: > 0 } target ? target : null;
    }

    // Word writes straight quotes. Switches other than \l stand before or behind the anchor.
    [GeneratedRegex(
        """\A\s*HYPERLINK\s+("(?<address>[^"]*)"|(?<address>[^\s"\\]+))?(.*?\\l\s+("(?<anchor>[^"]*)"|(?<anchor>[^\s"]+)))?""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Hyperlink();

    private sealed class Field
    {
        public string Instruction { get; set; } = "";

        public bool IsShown { get; set; }

        public string? Target { get; set; }
    }
}
