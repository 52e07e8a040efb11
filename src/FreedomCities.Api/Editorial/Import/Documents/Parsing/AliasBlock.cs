using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>Other ways to ask the question above, found before questions are detected: they look like some.</summary>
internal sealed record AliasBlock(SourcePosition Position, string[] Aliases) : Block(Position);
