namespace FreedomCities.Api.Editorial.Import.Documents.Model;

/// <summary>
/// A document as the reader of its format returns it. Every character of its text is in the title, a block, a note or what is left out.
/// </summary>
internal sealed record SourceDocument
{
    public required Block[] Blocks { get; init; }

    /// <summary>The title in the front matter or the file's properties. A title in the text is a heading of level 0 or 1.</summary>
    public string? Title { get; init; }

    /// <summary>The declared language, BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>The declared date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Footnotes and endnotes. A run refers to one by its label.</summary>
    public Note[] Notes { get; init; } = [];

    public LeftOut[] LeftOut { get; init; } = [];

    /// <summary>What the report says of the file: the character encoding that was assumed, tracked changes that were accepted.</summary>
    public string[] Remarks { get; init; } = [];
}
