using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>The files of a folder that hold a question each.</summary>
internal static class FolderFiles
{
    /// <summary>The file as an item with the question in its title; null: it is another document.</summary>
    public static SourceDocument? ToQuestion(SourceDocument source, string file)
    {
        var blocks = DocumentShape.Unwrap(source.Blocks);
        var others = FormChoice.Choose(blocks, new HeadingParts(blocks));
        if (others is not null || TitleQuestion.Find(source, blocks) is not { Entries: [var entry] })
        {
            return null;
        }

        return source with
        {
            Title = null,
            Blocks = [new Block.Disclosure(Locate(entry.Question.Position, file), DisclosureKind.Item, entry.Question.Title, entry.Answer)],
            LeftOut = [.. source.LeftOut.Select(l => l with { Position = Locate(l.Position, file) })],
        };
    }

    public static SourceDocument Join(List<SourceDocument> questions) => new()
    {
        Blocks = [.. questions.SelectMany(q => q.Blocks)],
        Notes = [.. questions.SelectMany(q => q.Notes)],
        LeftOut = [.. questions.SelectMany(q => q.LeftOut)],
        Remarks = [.. questions.SelectMany(q => q.Remarks).Distinct(StringComparer.Ordinal)],
        Language = questions.Select(q => q.Language).FirstOrDefault(l => l is not null),
        Date = questions.Max(q => q.Date),
    };

    private static SourcePosition Locate(SourcePosition position, string file) => position with { File = file };
}
