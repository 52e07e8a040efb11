using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import.Documents.Planning;

/// <summary>The content of an entry to write.</summary>
/// <param name="Aliases">Null: unchanged.</param>
internal sealed record EntryContent(
    string Question, string Written, Answer Answer, string[]? Aliases, string? Jurisdiction, Guid[] Resources, Guid[] Contacts)
{
    /// <summary>The section that the entry is told apart by; null: no other section of the document asks the same.</summary>
    public string? Section { get; init; }

    public string Hash => Content.ContentHash.Compute(Question, Answer.Markdown);

    /// <summary>The slug of a section's topic.</summary>
    public static string ToSectionSlug(string topic, string section) =>
        Slugs.FromText($"{topic} {Slugs.FromText(section, "section")}", "topic");

    public string ToSlug() => Section is null
        ? Slugs.FromText(Question, "faq")
        : Slugs.FromText($"{Slugs.FromText(Question, "faq")} {Slugs.FromText(Section, "section")}", "faq");

    /// <summary>
    /// Adds what an import keeps of an existing entry. An unchanged answer still mentions a contact whose number was corrected since. An
    /// alias that has become the question is removed.
    /// </summary>
    public EntryContent MergeWith(ExistingEntry? existing) => existing is null ? this : this with
    {
        Aliases = Aliases ?? [.. existing.Aliases.Where(a => !a.Equals(Question, StringComparison.OrdinalIgnoreCase))],
        Contacts = existing.Written == Written ? [.. existing.Contacts.Union(Contacts)] : Contacts,
    };
}
