namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Formats;

/// <summary>What the name of a paragraph's style says of it.</summary>
internal enum ParagraphKind
{
    Text,

    /// <summary>A line of the table of contents.</summary>
    Contents,
    Quote,
    Code,
}
