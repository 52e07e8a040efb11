namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>A question of a document and the Markdown of its answer.</summary>
/// <param name="Line">The question's line, from 1.</param>
/// <param name="Aliases">Other ways to ask it; null: the document has none.</param>
internal sealed record DocumentEntry(int Line, string Question, string Answer, string[]? Aliases);
