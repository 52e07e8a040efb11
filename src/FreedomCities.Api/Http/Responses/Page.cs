using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Http.Responses;

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

    internal Page<TOther> Convert<TOther>(Converter<T, TOther> convert) => new() { Items = Array.ConvertAll(Items, convert), Next = Next };

    internal string[] Languages => [.. Items.OfType<IInLanguage>().Select(i => i.ServedLanguage).Distinct(StringComparer.Ordinal)];
}
