using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>A document that is one question: in its title, with the answer as its text.</summary>
internal static class TitleQuestion
{
    /// <returns>Null: the document is none.</returns>
    public static DetectedQuestions? Find(SourceDocument source, Block[] blocks) =>
        FindAny(source, blocks) is { Entries: [{ Question.IsQuestion: true }] } found ? found : null;

    /// <summary>Takes any title as the question.</summary>
    /// <returns>Null: the document has no title or no text.</returns>
    public static DetectedQuestions? FindAny(SourceDocument source, Block[] blocks)
    {
        var (title, answer) = blocks is [Block.Heading heading, .. var below] && IsBetter(heading, source.Title)
            ? (heading.Content, below)
            : (source.Title is { } declared ? Inline.FromText(declared) : Inline.Empty, blocks);
        var question = new Part(PartKind.Question, blocks.FirstOrDefault()?.Position ?? default, title, answer, IsClosed: true);
        var entry = new DetectedEntry(question, answer, []);
        return !title.IsEmpty && entry.HasAnswer ? new DetectedQuestions([entry], [], []) { IsTitle = true } : null;
    }

    private static bool IsBetter(Block.Heading heading, string? declared) =>
        declared is null || (QuestionText.IsQuestion(heading.Content.Text) && !QuestionText.IsQuestion(declared));
}
