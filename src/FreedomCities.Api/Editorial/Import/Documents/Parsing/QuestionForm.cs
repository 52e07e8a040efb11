namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>How a document marks its questions, the strongest form first.</summary>
internal enum QuestionForm
{
    Heading,
    Bold,
    Marked,
    Paragraph,
}
