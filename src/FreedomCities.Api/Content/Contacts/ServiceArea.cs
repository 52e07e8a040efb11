using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>Area that a contact serves.</summary>
public sealed record ServiceArea
{
    /// <summary>Kind of area, which determines the form of `code`.</summary>
    [AllowedValues("state", "county", "postal-code")]
    public required string Kind { get; init; }

    /// <summary>Two letters of a state, five FIPS digits of a county, or a five-digit postal code.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the area.</summary>
    public required string Name { get; init; }
}
