using FreedomCities.Api.Editorial.Import.Aliases;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>The rules for a document's entries.</summary>
internal static class DocumentEntries
{
    private const int MaxQuestionLength = 500;
    private const int MaxAnswerLength = 100_000;

    /// <summary>
    /// The entries with answers. The same question in two sections is two entries. A question without an answer, or a copy, is left out.
    /// </summary>
    /// <exception cref="ImportException">An entry breaks a rule, or half of the questions have no answers.</exception>
    public static DocumentEntry[] Check(DocumentEntry[] entries, EntryBuilder builder)
    {
        var unanswered = entries.Where(e => e.Answer.Length == 0).ToArray();
        if (unanswered.Length * 2 >= entries.Length)
        {
            throw new ImportException([.. unanswered.Select(e => $"{e.Position}: the question \"{e.Question}\" has no answer.")]);
        }

        Array.ForEach(unanswered, e => builder.LeaveOut(e, "question without an answer"));
        var answered = entries.Except(unanswered).ToArray();
        var copies = answered.GroupBy(e => (e.Question.ToUpperInvariant(), e.Section, e.Answer)).SelectMany(same => same.Skip(1)).ToArray();
        Array.ForEach(copies, e => builder.LeaveOut(e, "copy of an entry"));
        var kept = answered.Except(copies).ToArray();
        EnsureValid(kept);
        var repeated = kept.CountBy(e => e.Question, StringComparer.OrdinalIgnoreCase).Where(q => q.Value > 1).Select(q => q.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. kept.Select(e => e with { IsRepeated = repeated.Contains(e.Question) })];
    }

    private static void EnsureValid(DocumentEntry[] entries)
    {
        var errors = entries
            .SelectMany(FindErrors)
            .Concat(entries.SelectMany(FindAliasErrors))
            .Concat(entries
                .GroupBy(e => (e.Question.ToUpperInvariant(), e.Section.ToUpperInvariant()))
                .Where(same => same.Count() > 1)
                .Select(same =>
                    $"{SourcePosition.Join([.. same.Select(e => e.Position)])}: the same question \"{same.First().Question}\" " +
                    "in the same section."))
            .ToArray();
        if (errors.Length > 0)
        {
            throw new ImportException(errors);
        }
    }

    private static IEnumerable<string> FindErrors(DocumentEntry entry)
    {
        var hasLongLink = entry.Parsed.Links.Any(l => LinkTarget.NormalizeUrl(l.Target)?.Length > LinkTarget.MaxUrlLength);
        (bool IsWrong, string Error)[] rules =
        [
            (hasLongLink, $"a link is longer than {LinkTarget.MaxUrlLength} characters."),
            (entry.Answer.Length > MaxAnswerLength, $"the answer is longer than {MaxAnswerLength} characters."),
            (entry.Question.Length > MaxQuestionLength, $"the question is longer than {MaxQuestionLength} characters."),
        ];
        return rules.Where(r => r.IsWrong).Select(r => $"{entry.Position}: {r.Error}");
    }

    private static IEnumerable<string> FindAliasErrors(DocumentEntry entry) =>
        AliasRules.FindErrors(entry.Question, entry.Aliases ?? [])
            .Select(error => $"{entry.Position}: the question \"{entry.Question}\": {error}");
}
