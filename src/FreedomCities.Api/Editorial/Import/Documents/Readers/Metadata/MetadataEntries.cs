using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Metadata;

/// <summary>Questions that front matter lists, each with its answer.</summary>
internal static class MetadataEntries
{
    private static readonly string[] AnswerNames = ["answer", "a", "content", "text", "body", "description", "value"];
    private static readonly string[] QuestionNames = ["question", "q"];
    private static readonly string[] SectionNames = ["title", "name", "category", "section", "heading", "group", "topic", "label"];

    /// <returns>The documents of the questions, and the members that hold none.</returns>
    public static (SourceDocument[] Entries, (string Name, string Text)[] Others) Find(MetadataNode metadata)
    {
        var (entries, rest) = (new List<SourceDocument>(), new List<(string, string)>());
        Collect(metadata, isRoot: true, entries, rest);
        return ([.. entries], [.. rest]);
    }

    private static void Collect(
        MetadataNode node, bool isRoot, List<SourceDocument> entries, List<(string Name, string Text)> rest)
    {
        var hasLists = node.Members.Any(m => HoldsEntries(m.Value));
        foreach (var (name, value) in node.Members)
        {
            if (FindNames(value) is { } names)
            {
                Array.ForEach(value.Rows, item => AddEntry(item, names, entries, rest));
            }
            else if (hasLists && HoldsEntries(value))
            {
                Array.ForEach(value.Items, item => Collect(item, isRoot: false, entries, rest));
                Collect(value with { Items = [] }, isRoot: false, entries, rest);
            }
            else if (hasLists && !isRoot && FindSection(node) == name)
            {
                var heading = new Block.Heading(new SourcePosition(value.Line), 2, Inline.FromText(value.Text!));
                entries.Add(new SourceDocument { Blocks = [heading] });
            }
            else
            {
                rest.Add((name, value.Flatten()));
            }
        }
    }

    /// <summary>The member that names the list beside it; null: there is none.</summary>
    private static string? FindSection(MetadataNode node) =>
        node.Members
            .Where(m => m.Value.Text is { Length: > 0 } && SectionNames.Contains(m.Name.ToLowerInvariant(), StringComparer.Ordinal))
            .Select(m => m.Name)
            .FirstOrDefault();

    private static bool HoldsEntries(MetadataNode node) =>
        FindNames(node) is not null || node.Items.Any(HoldsEntries) || node.Members.Any(m => HoldsEntries(m.Value));

    /// <summary>The members of a list's items that are question and answer; null: the list is another one.</summary>
    private static (string Question, string Answer)? FindNames(MetadataNode list)
    {
        var rows = list.Rows;
        var names = rows.SelectMany(i => i.Members).Where(m => m.Value.Text is not null)
            .GroupBy(m => m.Name, StringComparer.Ordinal)
            .ToDictionary(m => m.Key, m => m.Select(v => v.Value.Text!).ToArray(), StringComparer.Ordinal);
        var question = names.Keys.FirstOrDefault(n => QuestionNames.Contains(n.ToLowerInvariant(), StringComparer.Ordinal))
            ?? names.Keys.FirstOrDefault(n => names[n].Count(QuestionText.IsQuestion) * 2 >= rows.Length);
        var others = names.Keys.Where(n => n != question).ToArray();
        var answer = others.FirstOrDefault(n => AnswerNames.Contains(n.ToLowerInvariant(), StringComparer.Ordinal))
            ?? others.MaxBy(n => names[n].Sum(t => t.Length));
        return question is null || answer is null || names[answer].Length * 2 < rows.Length ? null : (question, answer);
    }

    private static void AddEntry(
        MetadataNode item, (string Question, string Answer) names, List<SourceDocument> entries, List<(string Name, string Text)> rest)
    {
        var members = item.Members.ToLookup(m => m.Name, m => m.Value, StringComparer.Ordinal);
        var (question, answer) = (members[names.Question].FirstOrDefault(), members[names.Answer].FirstOrDefault());
        var summary = MarkdownReader.ReadPart(question?.Text ?? "", question?.Line ?? item.Line);
        var body = MarkdownReader.ReadPart(answer?.Text ?? "", answer?.Line ?? item.Line);
        var content = summary.Blocks is [Block.Paragraph paragraph] ? paragraph.Content : Inline.FromText(question?.Text ?? "");
        entries.Add(body with
        {
            Blocks = [new Block.Disclosure(new SourcePosition(item.Line), DisclosureKind.Item, content, body.Blocks)],
            LeftOut = [.. summary.LeftOut, .. body.LeftOut],
        });
        rest.AddRange(item.Members.Where(m => m.Name != names.Question && m.Name != names.Answer).Select(m => (m.Name, m.Value.Flatten())));
    }
}
