namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>Who wrote a text: human, machine or machine-reviewed, and the language that it was translated from; null: it is an original.</summary>
internal sealed record Authorship(string Origin, string? TranslatedFrom);
