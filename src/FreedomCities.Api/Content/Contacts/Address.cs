namespace FreedomCities.Api.Content.Contacts;

/// <summary>Postal address (RFC 6350, section 6.3.1).</summary>
public sealed record Address
{
    /// <summary>Post office box. Null: none.</summary>
    public required string? PoBox { get; init; }

    /// <summary>Suite, floor or apartment. Null: none.</summary>
    public required string? Extended { get; init; }

    /// <summary>Street and number. Null: not stated.</summary>
    public required string? Street { get; init; }

    /// <summary>City. Null: not stated.</summary>
    public required string? Locality { get; init; }

    /// <summary>State or province. Null: not stated.</summary>
    public required string? Region { get; init; }

    /// <summary>Postal code. Null: not stated.</summary>
    public required string? PostalCode { get; init; }

    /// <summary>Country (ISO 3166-1 alpha-2). Null: not stated.</summary>
    public required string? Country { get; init; }
}
