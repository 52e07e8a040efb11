using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Formats;

/// <summary>The format of a paragraph: its own, else that of its style and of the styles that it is based on.</summary>
/// <param name="HeadingLevel">1 to 6; 0: the document's title; null: no heading.</param>
/// <param name="List">The number of its list; null: none.</param>
/// <param name="ListLevel">From 0.</param>
/// <param name="Indent">In twentieths of a point; null: that of its list.</param>
/// <param name="Marks">What its style gives its text.</param>
internal sealed record ParagraphFormat(
    ParagraphKind Kind, int? HeadingLevel, int? List, int ListLevel, int? Indent, Marks Marks);
