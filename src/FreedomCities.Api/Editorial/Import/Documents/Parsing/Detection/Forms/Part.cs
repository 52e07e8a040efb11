using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>A part of a document, seen as one that marks its questions in a certain form.</summary>
/// <param name="Title">The text of a question or section.</param>
/// <param name="Blocks">Content; of a question, what stands in it: the rest of its paragraph, the body of its disclosure.</param>
/// <param name="Level">Of a heading.</param>
/// <param name="IsClosed">The answer has no other blocks than these.</param>
internal sealed record Part(
    PartKind Kind, SourcePosition Position, Inline Title, Block[] Blocks, int Level = 0, bool IsClosed = false, bool IsMarked = false)
{
    public static Part Content(Block block) => new(PartKind.Content, block.Position, Inline.Empty, [block]);

    public static Part Section(Block.Heading heading) => new(PartKind.Section, heading.Position, heading.Content, [], heading.Level);

    public bool IsQuestion => Kind == PartKind.Question && (IsMarked || QuestionText.IsQuestion(Title.Text));
}
