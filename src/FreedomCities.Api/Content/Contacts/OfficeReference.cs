namespace FreedomCities.Api.Content.Contacts;

/// <summary>Short form of an office, as persons reference it.</summary>
public sealed record OfficeReference
{
    /// <summary>Current slug of the office.</summary>
    public required string Slug { get; init; }

    /// <summary>Name of the office.</summary>
    public required string Name { get; init; }
}
