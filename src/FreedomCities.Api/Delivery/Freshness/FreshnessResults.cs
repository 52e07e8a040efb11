namespace FreedomCities.Api.Delivery.Freshness;

/// <summary>Freshness of the copies, in the order of the request.</summary>
public sealed record FreshnessResults
{
    /// <summary>One result for each copy.</summary>
    public required CopyFreshness[] Items { get; init; }
}
