namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>Who wrote a text: human, machine or machine-reviewed.</summary>
/// <param name="TranslatedFrom">The language that it was translated from; null: it is an original.</param>
internal sealed record Authorship(string Origin, string? TranslatedFrom);
