using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>The files of a folder that hold a question each.</summary>
internal static class FolderFiles
{
    /// <summary>
    /// The files that are a question each, by name. Where most files are, those with another title are too, but for an index or a readme.
    /// </summary>
    public static Dictionary<string, SourceDocument> FindQuestions((string Name, SourceDocument Source)[] files)
    {
        var questions = Find(files, TitleQuestion.Find);
        return questions.Count > 1 && questions.Count * 2 >= files.Length
            ? Find([.. files.Where(f => !IsIndex(f.Name))], TitleQuestion.FindAny)
            : questions;
    }

    private static Dictionary<string, SourceDocument> Find(
        (string Name, SourceDocument Source)[] files, Func<SourceDocument, Block[], DetectedQuestions?> find)
    {
        var found = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);
        foreach (var (name, source) in files)
        {
            var blocks = DocumentShape.Unwrap(source.Blocks);
            if (FormChoice.Choose(blocks, new HeadingParts(blocks)) is null && find(source, blocks) is { Entries: [var entry] })
            {
                found[name] = ToItem(source, entry, name);
            }
        }

        return found;
    }

    private static SourceDocument ToItem(SourceDocument source, DetectedEntry entry, string file) => source with
    {
        Title = null,
        Blocks = [new Block.Disclosure(Locate(entry.Question.Position, file), DisclosureKind.Item, entry.Question.Title, entry.Answer)],
        LeftOut = [.. source.LeftOut.Select(l => l with { Position = Locate(l.Position, file) })],
    };

    private static bool IsIndex(string file) =>
        Path.GetFileNameWithoutExtension(file).ToUpperInvariant() is "README" or "INDEX" or "_INDEX" or "LICENSE" or "CONTRIBUTING";

    public static SourceDocument Join(SourceDocument[] questions) => new()
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
