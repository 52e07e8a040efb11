namespace FreedomCities.Api.Editorial.Import.Documents.Model;

/// <summary>A block of a document.</summary>
internal abstract record Block(SourcePosition Position)
{
    /// <param name="Level">1 to 6; 0: the document's title.</param>
    public sealed record Heading(SourcePosition Position, int Level, Inline Content, string? Anchor = null) : Block(Position);

    public sealed record Paragraph(SourcePosition Position, Inline Content) : Block(Position);

    /// <param name="Start">The first number; null: bullets.</param>
    public sealed record Items(SourcePosition Position, int? Start, Item[] All) : Block(Position);

    /// <summary>An item of a list.</summary>
    public sealed record Item(SourcePosition Position, Block[] Blocks) : Block(Position);

    public sealed record Quote(SourcePosition Position, Block[] Blocks) : Block(Position);

    public sealed record Code(SourcePosition Position, string Text, string Language = "") : Block(Position);

    /// <param name="HasHeader">Whether the first row names the columns.</param>
    public sealed record Table(SourcePosition Position, Row[] Rows, bool HasHeader) : Block(Position);

    public sealed record Row(SourcePosition Position, Block[][] Cells) : Block(Position);

    /// <summary>A summary with what it discloses or defines.</summary>
    public sealed record Disclosure(SourcePosition Position, DisclosureKind Kind, Inline Summary, Block[] Body) : Block(Position);

    /// <summary>A thematic break or page break.</summary>
    public sealed record Rule(SourcePosition Position) : Block(Position);
}
