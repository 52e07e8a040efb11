namespace FreedomCities.Api.Database.Notifications;

/// <summary>What has changed since it was last asked.</summary>
/// <param name="Ids">The records; null: any may have.</param>
internal sealed record ContentChange(HashSet<Guid>? Ids)
{
    private const int MaxIds = 10_000;

    public static readonly ContentChange Everything = new((HashSet<Guid>?)null);

    public ContentChange Copy() => Ids is null ? Everything : new([.. Ids]);

    /// <summary>Takes another change into this one.</summary>
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
