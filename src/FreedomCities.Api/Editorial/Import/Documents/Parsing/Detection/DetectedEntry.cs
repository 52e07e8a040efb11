using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>A question with the blocks of its answer.</summary>
/// <param name="Sections">The headings above it, the nearest last.</param>
internal sealed record DetectedEntry(Part Question, Block[] Answer, string[] Sections)
{
    public bool HasAnswer => Answer.Any(b => b is not Block.Rule && !string.IsNullOrWhiteSpace(BlockText.Read([b])));

    public string Key => QuestionText.ToKey(Question.Title.Text);
}
