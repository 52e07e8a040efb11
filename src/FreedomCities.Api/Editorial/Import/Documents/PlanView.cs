using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Planning;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>The plan of a document's import, as JSON shows it.</summary>
internal sealed record PlanView(
    string Source, PlanView.TopicView[] Topics, PlanView.EntryView[] Entries, PlanView.ResourceView[] Resources, string[] Missing,
    PlanView.LeftOutView[] LeftOut)
{
    public static PlanView Create(DocumentPlan plan, FaqDocument document) => new(
        plan.SourceTitle,
        [.. plan.Sections.Values.Prepend(plan.Topic).Select(t => new TopicView(t.Slug, t.Name, t.IsNew))],
        [.. plan.Entries.Zip(document.Entries, (planned, entry) => new EntryView(
            planned.Action switch
            {
                EntryAction.Create => "create",
                EntryAction.Change => "change",
                _ => "leave",
            },
            planned.IsMoved,
            planned.Slug,
            entry.Position.ToString(),
            entry.Section.Length > 0 ? entry.Section : null,
            planned.Content.Question,
            planned.Content.Answer.Markdown))],
        [.. plan.Resolved.Resources.Select(r => new ResourceView(r.IsFilled ? "fill" : "create", r.Slug, r.Content.Title, r.Content.Url))],
        plan.Missing,
        [.. document.LeftOut.Select(l => new LeftOutView(l.Position == default ? null : l.Position.ToString(), l.Reason, l.Text))]);

    internal sealed record TopicView(string Slug, string? Name, bool IsNew);

    internal sealed record EntryView(
        string Action, bool IsMoved, string Slug, string Position, string? Section, string Question, string Answer);

    internal sealed record ResourceView(string Action, string Slug, string Title, string? Url);

    internal sealed record LeftOutView(string? Position, string Reason, string Text);
}
