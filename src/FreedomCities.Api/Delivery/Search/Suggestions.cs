using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Questions that complete the typed text.</summary>
public sealed record Suggestions : IPage
{
    /// <summary>Up to 10 questions, most likely first.</summary>
    public required Suggestion[] Items { get; init; }

    string[] IPage.Languages => [.. Items.Select(i => i.Language).Distinct(StringComparer.Ordinal)];
}
