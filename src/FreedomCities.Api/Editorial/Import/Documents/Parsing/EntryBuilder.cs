using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;
using FreedomCities.Api.Editorial.Import.Documents.Writing;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>Makes entries of detected questions: without numbers, marks, contents lists and navigation, which are left out.</summary>
/// <param name="keys">The questions and headings of the document, see <see cref="QuestionText.ToKey"/>.</param>
internal sealed class EntryBuilder(Note[] notes, HashSet<string> keys, string? title)
{
    private const string Navigation = "navigation";
    private const int MaxFooterLength = 400;

    private readonly List<LeftOut> _leftOut = [];
    private readonly List<string> _marks = [];

    public IEnumerable<LeftOut> LeftOut => _marks.Count == 0
        ? _leftOut
        : _leftOut.Append(new LeftOut(default, "numbers and marks of the questions and answers", string.Join(' ', _marks)));

    public DocumentEntry[] Build(DetectedEntry[] entries)
    {
        var markers = Markers.Find(entries.SelectMany(e => e.Answer.Prepend(new Block.Paragraph(e.Question.Position, e.Question.Title))));
        var numbered = entries.Count(e => QuestionText.HasBareNumber(e.Question.Title.Text));
        var isNumbered = numbered > 1 && numbered * 10 >= entries.Length * 6;
        return
        [
            .. entries.Select((entry, i) => Build(entry, markers, isNumbered, isLast: i == entries.Length - 1)).OfType<DocumentEntry>(),
        ];
    }

    /// <summary>Leaves parts out that are before the first question.</summary>
    public LeftOut[] LeaveOut(Part[] front)
    {
        if (front.SelectMany(p => p.Blocks).OfType<AliasBlock>().FirstOrDefault() is { } first)
        {
            throw new ImportException(
                $"{first.Position}: \"{first.Aliases[0]}\" is an alias before the first question. Put it below its question.");
        }

        return
        [
            .. front.SelectMany(p => p.Kind == PartKind.Section
                ? [new LeftOut(p.Position, "section heading", p.Title.Text)]
                : p.Blocks.Select(b => ToLeftOut(b, "text before the first question"))).Where(l => l.Text.Trim().Length > 0),
        ];
    }

    public void LeaveOut(DocumentEntry entry, string reason) =>
        _leftOut.Add(new LeftOut(entry.Position, reason, $"{entry.Question} {Content.Faqs.Markdown.PlainText(entry.Answer)}".Trim()));

    private DocumentEntry? Build(DetectedEntry entry, Markers markers, bool isNumbered, bool isLast)
    {
        var lines = SplitWays(entry.Question.Title, markers);
        var questions = lines.Select(line => TakeQuestion(line, markers, isNumbered)).ToArray();
        if (entry.Answer is [var only] && ContentsLists.IsContents(only, keys) && !QuestionText.IsQuestion(entry.Question.Title.Text))
        {
            _leftOut.Add(ToLeftOut(only, ContentsLists.Reason));
            _leftOut.Add(new LeftOut(entry.Question.Position, ContentsLists.Reason, entry.Question.Title.Text));
            return null;
        }

        var aliases = FindAliases(entry.Answer);
        var answer = TakeMark(TrimRules([.. entry.Answer.Select(WithoutAliases).Where(b => b is not AliasBlock)]), markers);
        var kept = TrimRules(TakeFooter(TakeNavigation(answer), isLast));
        string[] ways = [.. questions.Skip(1), .. aliases];
        return new DocumentEntry(
            entry.Question.Position,
            questions[0],
            AnswerMarkdown.Write(kept, notes),
            ways.Length > 0 ? ways : null,
            string.Join(" – ", entry.Sections.Where(s => s != title).Select(s => QuestionText.SplitMarker(s, isNumbered: true).Question)));
    }

    private static IEnumerable<string> FindAliases(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        AliasBlock aliases => aliases.Aliases,
        Block.Items list => FindAliases(list.All.SelectMany(i => i.Blocks)),
        _ => [],
    });

    private static Block WithoutAliases(Block block) =>
        block is Block.Items list ? list with { All = [.. list.All.Select(WithoutAliases)] } : block;

    private static Block.Item WithoutAliases(Block.Item item) =>
        item with { Blocks = [.. item.Blocks.Where(b => b is not AliasBlock).Select(WithoutAliases)] };

    /// <summary>Several ways to ask in one term, a line each.</summary>
    private static string[] SplitWays(Inline question, Markers markers)
    {
        var lines = question.Text.Split(Inline.LineBreak).Select(l => l.Trim()).Where(l => l.Length > 0).ToArray();
        var isEach = lines.Length > 1 && lines.All(l => QuestionText.IsQuestion(l) || markers.QuestionLength(l) > 0);
        return isEach ? lines : [question.Text];
    }

    private string TakeQuestion(string line, Markers markers, bool isNumbered)
    {
        var text = line.TrimStart();
        var length = markers.QuestionLength(text);
        var (marker, question) = QuestionText.SplitMarker(text[length..], isNumbered);
        if (length + marker.Length > 0)
        {
            _marks.Add((text[..length] + marker).Trim());
        }

        return question;
    }

    private Block[] TakeMark(Block[] answer, Markers markers)
    {
        if (answer is not [Block.Paragraph first, .. var others] || markers.AnswerLength(first.Content.Text) is not (> 0 and var length))
        {
            return answer;
        }

        _marks.Add(first.Content.Text[..length].Trim());
        var rest = first.Content.Slice(length..);
        return rest.IsEmpty ? others : [first with { Content = rest }, .. others];
    }

    private Block[] TakeNavigation(Block[] answer)
    {
        var isNavigation = answer.Select(b => b is Block.Paragraph p && ContentsLists.LeadsInside(p.Content)).ToArray();
        if (isNavigation.All(n => n))
        {
            return answer;
        }

        _leftOut.AddRange(answer.Where((_, i) => isNavigation[i]).Select(b => ToLeftOut(b, Navigation)));
        return [.. answer.Where((_, i) => !isNavigation[i])];
    }

    /// <summary>Behind the last answer, what a line sets apart from it.</summary>
    private Block[] TakeFooter(Block[] answer, bool isLast)
    {
        if (!isLast)
        {
            return answer;
        }

        var rule = Array.FindLastIndex(answer, b => b is Block.Rule);
        var end = rule >= 1 && BlockText.Read(answer[rule..]).Length <= MaxFooterLength ? rule : answer.Length;
        while (end > 1 && IsFooter(answer[end - 1]))
        {
            end--;
        }

        _leftOut.AddRange(answer[end..].Select(b => ToLeftOut(b, "text after the last answer")).Where(l => l.Text.Trim().Length > 0));
        return answer[..end];
    }

    private static bool IsFooter(Block block)
    {
        var lines = BlockText.Lines(block).Select(l => l.Trim()).ToArray();
        return block is Block.Paragraph or Block.Heading or Block.Items
            && lines.Length is > 0 and < 4 && lines.Any(l => ClosingWords.IsDate(l) || ClosingWords.AsksReader(l));
    }

    private static Block[] TrimRules(Block[] answer)
    {
        var (start, end) = (0, answer.Length);
        while (end > start && answer[end - 1] is Block.Rule)
        {
            end--;
        }

        while (start < end && answer[start] is Block.Rule)
        {
            start++;
        }

        return answer[start..end];
    }

    private LeftOut ToLeftOut(Block block, string reason)
    {
        var isContents = reason != Navigation && ContentsLists.IsContents(block, keys);
        return new LeftOut(block.Position, isContents ? ContentsLists.Reason : reason, BlockText.Read([block]));
    }
}
