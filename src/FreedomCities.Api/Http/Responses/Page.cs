using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Http.Responses;

internal static class Page
{
    public const int MaxLimit = 100;
    public const int DefaultLimit = 20;
}

/// <summary>Part of a list.</summary>
public sealed record Page<T> : IPage
{
    /// <summary>The records, the same as the single read gives.</summary>
    public required T[] Items { get; init; }

    /// <summary>Path and query of the next part, also in the Link header; null: this is the last one.</summary>
    public required string? Next { get; init; }

    string[] IPage.Languages => Languages;

    internal string[] Languages => [.. Items.OfType<IInLanguage>().Select(i => i.ServedLanguage).Distinct(StringComparer.Ordinal)];
}
