using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>A document that is one question: in its title, with the answer as its text.</summary>
internal static class TitleQuestion
{
    /// <returns>Null: the document is none.</returns>
    public static DetectedQuestions? Find(SourceDocument source, Block[] blocks)
    {
        var isDeclared = source.Title is not null && QuestionText.IsQuestion(source.Title);
        var (title, answer) = !isDeclared && blocks is [Block.Heading heading, .. var below]
            ? (heading.Content, below)
            : (source.Title is { } declared ? Inline.FromText(declared) : Inline.Empty, blocks);
        var question = new Part(PartKind.Question, blocks.FirstOrDefault()?.Position ?? default, title, answer, IsClosed: true);
        var entry = new DetectedEntry(question, answer, []);
        return question.IsQuestion && entry.HasAnswer ? new DetectedQuestions([entry], [], []) { IsTitle = true } : null;
    }
}
