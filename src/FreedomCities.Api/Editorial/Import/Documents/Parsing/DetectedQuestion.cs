namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>A question in a document, with its offsets.</summary>
/// <param name="Question">Its plain text; null: a section's heading, which only ends the answer before it.</param>
/// <param name="Indent">The indentation of its answer, in a list.</param>
internal sealed record DetectedQuestion(QuestionForm Form, int Level, int Start, int End, string? Question, int Indent = 0);
