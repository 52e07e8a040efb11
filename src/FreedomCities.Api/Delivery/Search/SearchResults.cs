using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>What was found.</summary>
public sealed record SearchResults : IPage
{
    /// <summary>The records that match best, best first. Those beyond limit aren't to be had: ask more precisely.</summary>
    public required SearchHit[] Items { get; init; }

    /// <summary>False: nothing here is near what was asked, and items are only the nearest. Offer the contacts instead.</summary>
    public required bool Confident { get; init; }

    /// <summary>What was asked with unknown words put right, as it was looked for; null: nothing to put right.</summary>
    public required string? DidYouMean { get; init; }

    string[] IPage.Languages => [.. Items.Select(i => i.Language.Served).Distinct(StringComparer.Ordinal)];
}
