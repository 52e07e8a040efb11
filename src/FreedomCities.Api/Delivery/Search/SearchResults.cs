using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Search results.</summary>
public sealed record SearchResults : IPage
{
    /// <summary>Best matches, best first. Results beyond `limit` can't be fetched; narrow the query.</summary>
    public required SearchHit[] Items { get; init; }

    /// <summary>False: no record answers the query well, and `items` are only the nearest matches. Offer contacts instead.</summary>
    public required bool Confident { get; init; }

    /// <summary>Query with corrected spelling, as it was searched. Null: nothing was corrected.</summary>
    public required string? DidYouMean { get; init; }

    string[] IPage.Languages => [.. Items.Select(i => i.Language.Served).Distinct(StringComparer.Ordinal)];
}
