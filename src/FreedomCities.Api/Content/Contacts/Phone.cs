using FreedomCities.Api.Http.Requests.Values.Choices;

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

    /// <summary>Use of the number: voice calls, text messages or fax.</summary>
    [AllowedChoices<Vocabulary.PhoneTypes>]
    public required string Type { get; init; }

    /// <summary>Time of the last successful contact by this number (RFC 3339, UTC). Null: not recorded.</summary>
    public required DateTimeOffset? VerifiedAt { get; init; }
}
