using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>Phone number.</summary>
public sealed record Phone
{
    /// <summary>Number without the extension (E.164), for example `+15052665915`.</summary>
    public required string Number { get; init; }

    /// <summary>Digits of the extension. Null: none.</summary>
    public required string? Extension { get; init; }

    /// <summary>Number and extension, formatted for display.</summary>
    public required string Display { get; init; }

    /// <summary>Number and extension as a `tel:` URI (RFC 3966).</summary>
    public string Uri => PhoneNumber.Uri(Number, Extension);

    /// <summary>Service that the number provides.</summary>
    [AllowedValues("voice", "text", "fax")]
    public required string Type { get; init; }

    /// <summary>Time when the number was last verified (RFC 3339, UTC). Null: not recorded.</summary>
    public required DateTimeOffset? VerifiedAt { get; init; }
}
