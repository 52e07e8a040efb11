namespace FreedomCities.Api.Editorial.Import.Documents.Planning;

/// <summary>The topic of a document, or of a section of it.</summary>
/// <param name="Name">Null: it has a name in the document's language.</param>
/// <param name="Similar">The slug of an existing topic with a near name.</param>
internal sealed record TopicPlan(Guid Id, string Slug, string? Name, bool IsNew, string? Similar = null)
{
    public override string ToString() =>
        $"{Slug}: {Name}{(Similar is null ? "" : $" (did you mean the existing topic? Use --topic {Similar})")}";
}
