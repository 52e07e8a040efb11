namespace FreedomCities.Api.Content.Contacts;

/// <summary>The office that a person belongs to.</summary>
public sealed record OfficeReference
{
    /// <summary>The office's slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The office's name.</summary>
    public required string Name { get; init; }
}
