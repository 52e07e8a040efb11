namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>What a part of a document is.</summary>
internal enum PartKind
{
    Content,
    Section,
    Question,
}
