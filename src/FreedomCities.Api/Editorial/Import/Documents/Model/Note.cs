namespace FreedomCities.Api.Editorial.Import.Documents.Model;

/// <summary>A footnote or endnote.</summary>
/// <param name="Label">What runs refer to it by.</param>
internal sealed record Note(SourcePosition Position, string Label, Block[] Blocks);
