namespace FreedomCities.Api.Delivery.Freshness;

/// <summary>How fresh the copies are, in the order in which they were named.</summary>
public sealed record FreshnessResults
{
    /// <summary>One for each copy.</summary>
    public required CopyFreshness[] Items { get; init; }
}
