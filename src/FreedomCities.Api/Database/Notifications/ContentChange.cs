namespace FreedomCities.Api.Database.Notifications;

/// <summary>The records that have changed since a subscription was last read.</summary>
/// <param name="Ids">Null: any record may have changed.</param>
internal sealed record ContentChange(HashSet<Guid>? Ids)
{
    private const int MaxIds = 10_000;

    public static readonly ContentChange Everything = new((HashSet<Guid>?)null);

    public ContentChange Copy() => Ids is null ? Everything : new([.. Ids]);

    /// <summary>Merges another change into this one.</summary>
    public ContentChange MergeWith(ContentChange other)
    {
        if (Ids is null || other.Ids is null || Ids.Count + other.Ids.Count > MaxIds)
        {
            return Everything;
        }

        Ids.UnionWith(other.Ids);
        return this;
    }
}
