using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>Cuts a table whose rows hold a question and its answer.</summary>
internal static partial class TableParts
{
    /// <returns>Null: no row does.</returns>
    public static Part[]? Cut(Block.Table table)
    {
        if (table.Rows.All(IsMarked))
        {
            return [.. table.Rows.SelectMany(CutMarked)];
        }

        var named = FindColumn(table.Rows[0]);
        var parts = table.Rows.SelectMany((row, i) => CutRow(row, i > 0 ? named : null)).ToArray();
        return parts.Any(p => p.Kind == PartKind.Question) ? parts : null;
    }

    /// <summary>The column that the first row says holds questions; null: it doesn't.</summary>
    private static int? FindColumn(Block.Row header)
    {
        var index = Array.FindIndex(header.Cells, c => QuestionName().IsMatch(BlockText.Read(c)));
        return index >= 0 && index < header.Cells.Length - 1 ? index : null;
    }

    private static Part[] CutRow(Block.Row row, int? named)
    {
        var index = named ?? Array.FindIndex(row.Cells, 0, Math.Min(2, row.Cells.Length), c => QuestionText.IsQuestion(BlockText.Read(c)));
        var answer = row.Cells.Skip(index + 1).SelectMany(c => c).ToArray();
        if (index < 0 || index >= row.Cells.Length || IsEmpty(row.Cells[index]) || IsEmpty(answer))
        {
            return [Part.Content(row)];
        }

        var title = Inline.FromText(BlockText.Read(row.Cells[index]));
        var question = new Part(PartKind.Question, row.Position, title, answer, IsClosed: true, IsMarked: named is not null);
        return [.. row.Cells[..index].SelectMany(c => c).Select(Part.Content), question];
    }

    /// <summary>Whether a row has a word for question or answer, then its text.</summary>
    private static bool IsMarked(Block.Row row) => row.Cells is [var mark, [Block.Paragraph, ..]] && Markers.IsWord(BlockText.Read(mark));

    private static IEnumerable<Part> CutMarked(Block.Row row)
    {
        var word = BlockText.Read(row.Cells[0]).Trim();
        var text = (Block.Paragraph)row.Cells[1][0];
        var mark = text with { Content = new Inline([new Run($"{word}: "), .. text.Content.Runs]) };
        return Markers.IsQuestionWord(word)
            ? [new Part(PartKind.Question, row.Position, mark.Content, row.Cells[1][1..], IsMarked: true)]
            : [Part.Content(mark), .. row.Cells[1][1..].Select(Part.Content)];
    }

    private static bool IsEmpty(Block[] blocks) => string.IsNullOrWhiteSpace(BlockText.Read(blocks));

    [GeneratedRegex(
        @"\A\W*((frequently asked |common )?questions?|preguntas?( frecuentes?)?|fragen?|domand[ae]|perguntas?|vraag|fråga|" +
        @"вопросы?|ερώτηση|السؤال|سؤال|سوال|प्रश्न|问题|問題|質問|질문)\W*\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex QuestionName();
}
