using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Http.Responses;

internal interface IPage
{
    string[] Languages { get; }
}

/// <summary>A record that lists hold: it knows its place in the list's order.</summary>
internal interface IListed : IInLanguage
{
    /// <summary>The values that the list is ordered by; the last one is unique.</summary>
    string[] CursorKey { get; }
}

internal static class Page
{
    public const int MaxLimit = 100;
    public const int DefaultLimit = 20;
}

/// <summary>Page of a list.</summary>
public sealed record Page<T> : IPage
{
    /// <summary>Records, in the form that the single GET returns.</summary>
    public required T[] Items { get; init; }

    /// <summary>Path and query of the next page, also in the `Link` header. Null: this is the last page.</summary>
    public required string? Next { get; init; }

    string[] IPage.Languages => Languages;

    internal string[] Languages => [.. Items.OfType<IInLanguage>().Select(i => i.ServedLanguage).Distinct(StringComparer.Ordinal)];
}
