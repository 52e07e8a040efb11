using FreedomCities.Api.Content.Faqs;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>An entry as it is written.</summary>
/// <param name="Aliases">Null: those that it has.</param>
internal sealed record EntryContent(
    string Question, string Written, Answer Answer, string[]? Aliases, string? Jurisdiction, Guid[] Resources, Guid[] Contacts)
{
    public string Hash => Content.ContentHash.Compute(Question, Answer.Markdown);

    /// <summary>
    /// With what an import doesn't take from the entry: a contact whose number was corrected since is still the one that an unchanged
    /// answer means, and a way to ask that has become the question is no other way.
    /// </summary>
    public EntryContent MergeWith(ExistingEntry? known) => known is null ? this : this with
    {
        Aliases = Aliases ?? [.. known.Aliases.Where(a => !a.Equals(Question, StringComparison.OrdinalIgnoreCase))],
        Contacts = known.Written == Written ? [.. known.Contacts.Union(Contacts)] : Contacts,
    };
}
