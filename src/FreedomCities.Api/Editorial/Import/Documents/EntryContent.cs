using FreedomCities.Api.Content.Faqs;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>The content of an entry to write.</summary>
/// <param name="Aliases">Null: unchanged.</param>
internal sealed record EntryContent(
    string Question, string Written, Answer Answer, string[]? Aliases, string? Jurisdiction, Guid[] Resources, Guid[] Contacts)
{
    public string Hash => Content.ContentHash.Compute(Question, Answer.Markdown);

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
