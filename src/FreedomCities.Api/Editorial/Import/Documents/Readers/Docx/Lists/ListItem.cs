namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Lists;

/// <summary>The place of a paragraph in a list.</summary>
/// <param name="Level">From 0.</param>
/// <param name="Number">Null: a bullet.</param>
/// <param name="Indent">In twentieths of a point.</param>
internal sealed record ListItem(int List, int Level, int? Number, int Indent);
