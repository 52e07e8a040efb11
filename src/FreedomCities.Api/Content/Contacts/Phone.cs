using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>A phone number.</summary>
public sealed record Phone
{
    /// <summary>The number without extension (E.164).</summary>
    public required string Number { get; init; }

    /// <summary>The extension's digits; null: none.</summary>
    public required string? Extension { get; init; }

    /// <summary>The number as people write it.</summary>
    public required string Display { get; init; }

    /// <summary>The number as a link (RFC 3966).</summary>
    public string Uri => PhoneNumber.Uri(Number, Extension);

    /// <summary>What it takes.</summary>
    [AllowedChoices<Vocabulary.PhoneTypes>]
    public required string Type { get; init; }

    /// <summary>When somebody last reached the contact by it; null: not recorded.</summary>
    public required DateTimeOffset? VerifiedAt { get; init; }
}
