namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>What a part of a document is.</summary>
internal enum PartKind
{
    Content,
    Section,
    Question,
}
