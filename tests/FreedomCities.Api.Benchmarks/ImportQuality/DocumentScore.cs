using System.Text.RegularExpressions;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;

namespace FreedomCities.Api.Benchmarks.ImportQuality;

/// <summary>How a document was read, compared with its truth.</summary>
internal sealed partial record DocumentScore
{
    public required string File { get; init; }

    public int Questions { get; init; }

    public int Found { get; init; }

    public int Invented { get; init; }

    public int Whole { get; init; }

    public int Links { get; init; }

    public int LinksKept { get; init; }

    public int Contacts { get; init; }

    public int ContactsKept { get; init; }

    public bool HasTitle { get; init; }

    public bool HasLeftOut { get; init; }

    public bool HasMarkup { get; init; }

    /// <summary>Whether it was refused or not as it should be.</summary>
    public bool IsRefusedRight { get; init; }

    /// <summary>What is wrong, a line each.</summary>
    public string[] Faults { get; init; } = [];

    public static DocumentScore Create(DocumentTruth truth, Func<FaqDocument[]> read)
    {
        try
        {
            var documents = read();
            return truth.MustBeRefused
                ? new DocumentScore { File = truth.File, HasTitle = true, HasLeftOut = true, Invented = documents.Sum(d => d.Entries.Length), Faults = ["imported, must be refused"] }
                : Compare(truth, documents);
        }
        catch (ImportException e) when (truth.MayBeRefused)
        {
            return new DocumentScore { File = truth.File, HasTitle = true, HasLeftOut = true, IsRefusedRight = e.Message.Length > 0 };
        }
        catch (ImportException e)
        {
            return new DocumentScore { File = truth.File, Questions = truth.Questions.Count(q => !q.Optional), Faults = [$"refused: {e.Message}"] };
        }
    }

    private static DocumentScore Compare(DocumentTruth truth, FaqDocument[] documents)
    {
        var faults = new List<string>();
        var entries = documents.SelectMany(d => d.Entries).ToList();
        var matches = new List<(TruthQuestion Truth, DocumentEntry Entry)>();
        foreach (var question in truth.Questions)
        {
            var entry = entries.FirstOrDefault(e => IsSame(question, e));
            if (entry is not null)
            {
                entries.Remove(entry);
                matches.Add((question, entry));
            }
            else if (!question.Optional)
            {
                faults.Add($"missing: {question.Question}");
            }
        }

        faults.AddRange(entries.Select(e => $"invented: {e.Position}: {e.Question}"));
        var required = matches.Where(m => !m.Truth.Optional).ToArray();
        var whole = required.Where(m => IsWhole(m.Truth, m.Entry, faults)).Count();
        var linksKept = required.Sum(m => Math.Min(m.Truth.Links, CountLinks(m.Entry, m.Truth, faults)));
        var contacts = required.SelectMany(m => (m.Truth.Contacts ?? []).Select(c => (Contact: c, m.Entry))).ToArray();
        var lost = contacts.Where(c => !c.Entry.Answer.Contains(c.Contact, StringComparison.OrdinalIgnoreCase) && !Fold(Text(c.Entry)).Contains(Fold(c.Contact), StringComparison.Ordinal)).ToArray();
        faults.AddRange(lost.Select(c => $"contact lost: {c.Contact}"));
        var markup = matches.Where(m => Markup().IsMatch(Text(m.Entry)) || Markup().IsMatch(m.Entry.Question)).ToArray();
        faults.AddRange(markup.Select(m => $"markup shown: {m.Entry.Question}: {Markup().Match($"{m.Entry.Question} {Text(m.Entry)}").Value}"));
        var leftOut = string.Concat(documents.SelectMany(d => d.LeftOut).Select(l => Fold(l.Text)));
        var unnamed = (truth.LeftOut ?? []).Where(l => !leftOut.Contains(Fold(l), StringComparison.Ordinal)).ToArray();
        faults.AddRange(unnamed.Select(l => $"not named as left out: {l}"));
        var hasTitle = truth.Title is null || documents.Any(d => IsTitle(truth, d));
        if (!hasTitle)
        {
            faults.Add($"title: {documents[0].Title}, not {truth.Title}");
        }

        return new DocumentScore
        {
            File = truth.File,
            Questions = truth.Questions.Count(q => !q.Optional),
            Found = required.Length,
            Invented = entries.Count,
            Whole = whole,
            Links = truth.Questions.Where(q => !q.Optional).Sum(q => q.Links),
            LinksKept = linksKept,
            Contacts = truth.Questions.Where(q => !q.Optional).Sum(q => q.Contacts?.Length ?? 0),
            ContactsKept = contacts.Length - lost.Length,
            HasTitle = hasTitle,
            HasLeftOut = unnamed.Length == 0,
            HasMarkup = markup.Length > 0,
            IsRefusedRight = true,
            Faults = [.. faults],
        };
    }

    private static bool IsTitle(DocumentTruth truth, FaqDocument document) =>
        new[] { truth.Title }.Concat(truth.AlsoTitles ?? []).Any(t => Fold(t!) == Fold(document.Title ?? "") || Fold(t!) == Fold(document.Subject ?? ""));

    private static bool IsSame(TruthQuestion truth, DocumentEntry entry) =>
        (truth.AlsoQuestions ?? []).Prepend(truth.Question).Any(q => Similarity(Fold(q), Fold(entry.Question)) >= 0.9);

    private static bool IsWhole(TruthQuestion truth, DocumentEntry entry, List<string> faults)
    {
        var text = Fold(Text(entry));
        var (starts, ends) = (Fold(truth.AnswerStarts), Fold(truth.AnswerEnds));
        var isWhole = Distance(starts, text[..Math.Min(starts.Length, text.Length)]) <= 4 && Distance(ends, text[^Math.Min(ends.Length, text.Length)..]) <= 4;
        if (!isWhole)
        {
            faults.Add($"answer of \"{entry.Question}\": {Text(entry).ReplaceLineEndings(" ")[..Math.Min(50, Text(entry).Length)]} … {Text(entry).ReplaceLineEndings(" ")[^Math.Min(50, Text(entry).Length)..]}  not  {truth.AnswerStarts[..Math.Min(50, truth.AnswerStarts.Length)]} … {truth.AnswerEnds}");
        }

        return isWhole;
    }

    private static int CountLinks(DocumentEntry entry, TruthQuestion truth, List<string> faults)
    {
        var count = Markdown.Links(entry.Answer).Count(l => !l.IsImage && l.Target.StartsWith("http", StringComparison.OrdinalIgnoreCase));
        if (count < truth.Links)
        {
            faults.Add($"links of \"{entry.Question}\": {count} of {truth.Links}");
        }

        return count;
    }

    private static string Text(DocumentEntry entry) => Markdown.Render(entry.Answer).Text;

    private static string Fold(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static double Similarity(string a, string b) => 1 - (double)Distance(a, b) / Math.Max(1, Math.Max(a.Length, b.Length));

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }

    [GeneratedRegex(@"</?[a-z]+[^>]{0,80}>|\{\{|\{%|\{:|\*\*|\]\(|^\s*\|.*\|\s*$|&[a-z]+;|^#{1,6} |~~", RegexOptions.Multiline)]
    private static partial Regex Markup();
}
