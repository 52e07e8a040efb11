namespace FreedomCities.Api.Editorial.Import.Documents.Planning;

/// <summary>What happens to an entry.</summary>
/// <param name="Existing">Null: it is created.</param>
/// <param name="Outdates">The translations that a change makes outdated, as slug (language).</param>
internal sealed record EntryPlan(
    Guid Id, string Slug, EntryAction Action, EntryContent Content, ExistingEntry? Existing, bool KeepsPosition, string[] Outdates)
{
    public bool IsMoved => Existing is not null && !KeepsPosition;
}
