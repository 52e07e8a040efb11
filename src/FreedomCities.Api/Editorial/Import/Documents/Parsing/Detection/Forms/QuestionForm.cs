namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>How a document marks its questions, the strongest form first.</summary>
internal enum QuestionForm
{
    /// <summary>Details, accordions, and items of front matter.</summary>
    Disclosure,
    Heading,
    Definition,
    Bold,

    /// <summary>A mark or number before the question.</summary>
    Marked,

    /// <summary>Rows of a table: the question, then the answer.</summary>
    Row,
    Paragraph,
}
