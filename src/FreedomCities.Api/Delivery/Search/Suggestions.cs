using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Questions that go on as what was typed begins.</summary>
public sealed record Suggestions : IPage
{
    /// <summary>At most 10, the likeliest first.</summary>
    public required Suggestion[] Items { get; init; }

    string[] IPage.Languages => [.. Items.Select(i => i.Language).Distinct(StringComparer.Ordinal)];
}
