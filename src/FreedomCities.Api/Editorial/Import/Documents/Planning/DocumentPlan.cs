using FreedomCities.Api.Editorial.Import.Documents.Links;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import.Documents.Planning;

/// <summary>All that the import of a document would do. Planning writes nothing.</summary>
/// <param name="Sections">The topics of sections that repeat a question of another section.</param>
/// <param name="Missing">The slugs of published entries that are no longer in the document.</param>
internal sealed record DocumentPlan(
    string SourceTitle,
    TopicPlan Topic,
    Dictionary<string, TopicPlan> Sections,
    EntryPlan[] Entries,
    ResolvedEntries Resolved,
    string[] Missing)
{
    private const string MissingHeading = "no longer in the document (still published)";

    /// <param name="newId">See <see cref="Publisher.NewId"/>.</param>
    public static DocumentPlan Create(DocumentState state, ImportOptions options, Func<Guid> newId)
    {
        var placements = EntryPlacement.Plan(state.Resolved.Contents, state.Existing, state.SourceTitle, state.Topic.Slug);
        var entries = placements.Select(p => Plan(p, state, options, newId)).ToArray();
        var missing = state.Existing.Except(placements.Select(p => p.Existing).OfType<ExistingEntry>())
            .Where(e => e.SourceTitle == state.SourceTitle && e.Status != "withdrawn")
            .Select(e => e.Slug);
        return new DocumentPlan(state.SourceTitle, state.Topic, state.Sections, entries, state.Resolved, [.. missing]);
    }

    public void Describe(ImportReport report)
    {
        report.WithHeadings(
            "created", "changed", "unchanged", MissingHeading, "resources created", "placeholders", "e-mail addresses and phone numbers");
        foreach (var topic in Sections.Values.Prepend(Topic).Where(t => t.Name is not null))
        {
            report.Add("topics created", topic.ToString());
        }

        Resolved.Describe(report);
        foreach (var entry in Entries)
        {
            Describe(entry, report);
        }

        Array.ForEach(Missing, slug => report.Add(MissingHeading, slug));
    }

    private static void Describe(EntryPlan entry, ImportReport report)
    {
        if (entry.IsMoved)
        {
            report.Add("moved", entry.Slug);
        }

        Array.ForEach(entry.Outdates, translation => report.Add("translations now outdated", translation));
        report.Add(
            entry.Action switch
            {
                EntryAction.Create => "created",
                EntryAction.Change => "changed",
                EntryAction.LeaveWithdrawn => "withdrawn, not changed",
                _ => "unchanged",
            },
            entry.Slug);
    }

    private static EntryPlan Plan(EntryPlacement placement, DocumentState state, ImportOptions options, Func<Guid> newId)
    {
        var (content, existing, keepsPosition) = placement;
        if (existing is null)
        {
            return new EntryPlan(newId(), state.Slugs.Take(content.ToSlug()), EntryAction.Create, content, null, keepsPosition, []);
        }

        var action = existing switch
        {
            { Status: "withdrawn" } => EntryAction.LeaveWithdrawn,
            _ when existing.Matches(content, options.Origin) => EntryAction.Leave,
            _ => EntryAction.Change,
        };
        var isMajor = options.Significance == Significance.Major && existing.ContentHash != content.Hash;
        var isOutdating = action == EntryAction.Change && isMajor;
        return new EntryPlan(
            existing.Id, existing.Slug, action, content, existing, keepsPosition, isOutdating ? [.. state.Translations[existing.Id]] : []);
    }
}
