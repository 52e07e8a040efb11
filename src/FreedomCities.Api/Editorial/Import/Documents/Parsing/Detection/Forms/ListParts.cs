using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>Cuts a list whose items begin with questions.</summary>
internal static class ListParts
{
    /// <summary>Items that begin with a strong question.</summary>
    public static Part[]? CutBold(Block.Items list) => Cut(list, ParagraphParts.CutBold, isBareAllowed: true);

    /// <summary>Items that begin with a question. In a list of several, some must hold the answer too.</summary>
    public static Part[]? CutMarked(Block.Items list, Markers markers)
    {
        var parts = Cut(list, paragraph => CutFirst(paragraph, markers), isBareAllowed: list.Start is not null && list.All.Length == 1);
        return parts?.Count(p => p.Kind == PartKind.Question) * 2 > list.All.Length ? parts : null;
    }

    private static Part[]? Cut(Block.Items list, Func<Block.Paragraph, Part[]?> cut, bool isBareAllowed)
    {
        var marked = list.All.Count(i => i.Blocks is [Block.Paragraph first, ..] && cut(first) is [{ Kind: PartKind.Question }, ..]);
        var parts = list.All.SelectMany((item, i) => CutItem(list, item, i, cut)).ToArray();
        var questions = parts.Where(p => p.Kind == PartKind.Question).ToArray();
        return marked == 0 || (!isBareAllowed && questions.All(q => q.Blocks.Length == 0)) ? null : parts;
    }

    /// <summary>Beside marked questions, an item that is a question with an answer below it is one, too.</summary>
    private static Part[] CutItem(Block.Items list, Block.Item item, int index, Func<Block.Paragraph, Part[]?> cut)
    {
        if (item.Blocks is [Block.Paragraph paragraph, .. var others]
            && (cut(paragraph) ?? (others.Length > 0 ? CutWhole(paragraph) : null)) is [{ Kind: PartKind.Question }, ..] parts)
        {
            parts[^1] = parts[^1] with { Blocks = [.. parts[^1].Blocks, .. others] };
            return parts;
        }

        return [Part.Content(new Block.Items(item.Position, list.Start is null ? null : list.Start + index, [item]))];
    }

    private static Part[]? CutWhole(Block.Paragraph paragraph) => QuestionText.IsQuestion(paragraph.Content.Text)
        ? [new Part(PartKind.Question, paragraph.Position, paragraph.Content, [])]
        : null;

    private static Part[]? CutFirst(Block.Paragraph paragraph, Markers markers)
    {
        var text = paragraph.Content.Text;
        var end = ParagraphParts.QuestionLength(text, markers);
        if (!QuestionText.IsQuestion(text[..end]))
        {
            return null;
        }

        var rest = paragraph.Content.Slice(end..);
        var answer = new Block.Paragraph(InlineLines.Locate(paragraph, end), rest);
        return [new Part(PartKind.Question, paragraph.Position, paragraph.Content.Slice(..end), rest.IsEmpty ? [] : [answer])];
    }
}
