using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>Why a document is no FAQ, in one sentence that says what was looked for and what was seen.</summary>
internal static class Refusal
{
    /// <returns>Null: it is an FAQ.</returns>
    public static string? FindReason(
        QuestionForm form, DetectedQuestions found, string? title, Block[] blocks, HeadingParts headings)
    {
        var isLone = found.Count == 1 && form is QuestionForm.Bold or QuestionForm.Row or QuestionForm.Paragraph or QuestionForm.Marked;
        if (isLone && headings.RegularLevel is not null && headings.Count > 2)
        {
            return "a text with one question among other headings";
        }

        if (form == QuestionForm.Heading && headings.AsksSeldom && !found.NamesFaq && !TitleSubject.NamesFaq(title ?? ""))
        {
            return "a text with few questions among other headings";
        }

        var keys = found.Entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var front = found.Front.Where(p => !p.Blocks.Any(b => ContentsLists.IsContents(b, keys))).ToArray();
        var isProse = (form == QuestionForm.Paragraph || isLone) && LengthOf(front) * 2 > BlockText.Read(blocks).Length;
        return isProse ? "a text with a question in it" : null;
    }

    /// <param name="reason">See <see cref="FindReason"/>; null: no question was found.</param>
    public static string Explain(string? reason, Block[] blocks, HeadingParts headings)
    {
        if (blocks.Length == 0)
        {
            return "The document has no text. If it is a web page that scripts fill, open it in a browser and copy its text into a file.";
        }

        var found = reason is null
            ? "questions with answers were looked for in headings, bold lines, fold-out sections, definition lists, tables and lines " +
                "that begin with Q: or a number"
            : $"it is {reason}";
        var advice = headings.RegularLevel is null
            ? "Make each question a heading, or put Q: and A: before questions and answers."
            : "--headings imports the headings as entries.";
        return $"The document is no FAQ: {found}. {Describe(blocks)} {advice}";
    }

    /// <summary>What is in the document.</summary>
    public static string Describe(Block[] blocks)
    {
        var headings = blocks.OfType<Block.Heading>().ToArray();
        var asked = headings.Count(h => QuestionText.IsQuestion(h.Content.Text));
        return $"Found {Number(headings.Length, "heading")}, {Ending(asked, headings.Length)}" +
            $"and {Number(blocks.Length - headings.Length, "other block")}.";
    }

    private static int LengthOf(Part[] parts) => parts.Sum(p => BlockText.Read(p.Blocks).Length);

    private static string Ending(int asked, int all) => (asked, all) switch
    {
        (_, 0) => "",
        (0, _) => "none of which ends in a question mark, ",
        (1, _) => "one of which ends in a question mark, ",
        _ => $"{asked} of which end in a question mark, ",
    };

    private static string Number(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
