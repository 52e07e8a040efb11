using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content.Contacts.Phones;

/// <summary>Phone number or short code.</summary>
public sealed record Phone
{
    /// <summary>Number without the extension: E.164 (`+15052665915`), or the digits of a short code (`988`).</summary>
    public required string Number { get; init; }

    /// <summary>Country in which the short code can be dialled (ISO 3166-1 alpha-2). Null: `number` is E.164.</summary>
    public required string? Country { get; init; }

    /// <summary>Digits of the extension, with leading zeros. Null: none.</summary>
    public required string? Extension { get; init; }

    /// <summary>Number and extension for display, as the contact writes them. Vanity numbers have letters here.</summary>
    public required string Display { get; init; }

    /// <summary>
    /// Number and extension as a `tel:` URI (RFC 3966). A short code has its country in `phone-context`; one for texts is an `sms:` URI
    /// (RFC 5724).
    /// </summary>
    public string Uri => PhoneNumber.Uri(Number, Extension, Country, Type);

    /// <summary>Use of the number (RFC 6350, section 6.4.1): `textphone` is a TTY.</summary>
    [AllowedChoices<Vocabulary.PhoneTypes>]
    public required string Type { get; init; }

    /// <summary>What a caller does, as plain text, for example `Text HOME`. Null: nothing special.</summary>
    public required string? Instruction { get; init; }

    /// <summary>What the number is for, as plain text, for example `Spanish: press 2`. Null: not stated.</summary>
    public required string? Description { get; init; }

    /// <summary>Time of the last successful contact by this number (RFC 3339, UTC). Null: not recorded.</summary>
    public required DateTimeOffset? VerifiedAt { get; init; }
}
