using System.Text.Json.Serialization;
using FreedomCities.Api.Content.Contacts.Opening;
using FreedomCities.Api.Content.Contacts.Phones;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>Office or person, with address, phone numbers and service areas.</summary>
public sealed record Contact : ContactReference, IInLanguage
{
    /// <summary>Record id, a UUIDv7 (RFC 9562). Never changes.</summary>
    [JsonPropertyOrder(-2)]
    public required Guid Id { get; init; }

    /// <summary>Role of the person at the office, as plain text. Null: not stated.</summary>
    public required string? Role { get; init; }

    /// <summary>Description, as plain text. Null: none.</summary>
    public required string? Description { get; init; }

    /// <summary>Organisation that the office belongs to.</summary>
    public required Affiliate Affiliate { get; init; }

    /// <summary>Office that the person belongs to. Null: the contact is an office.</summary>
    public required OfficeReference? Office { get; init; }

    /// <summary>E-mail address (RFC 5321). Null: unknown.</summary>
    public required string? Email { get; init; }

    /// <summary>Phone numbers and short codes, in the order of the source.</summary>
    public required Phone[] Phones { get; init; }

    /// <summary>Postal address. Null: not stated.</summary>
    public required Address? Address { get; init; }

    /// <summary>Location. Null: not stated.</summary>
    public required Location? Location { get; init; }

    /// <summary>Areas that the contact declares to serve. Empty: none declared.</summary>
    public required ServiceArea[] Serves { get; init; }

    /// <summary>Opening hours. Null: not stated.</summary>
    public required Hours? Hours { get; init; }

    /// <summary>What a visitor with a disability finds there, as plain text. Null: not stated.</summary>
    public required string? Accessibility { get; init; }

    /// <summary>Languages spoken there (BCP 47). Empty: not stated.</summary>
    public required string[] Languages { get; init; }

    public required Language Language { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Revision number in this language, from 1. Each published edit adds 1.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// `sha256-` and 64 lower-case hex digits. Covers everything that the record itself states, and changes when any of it changes. Compare
    /// it; clients can't compute it.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>Time of the first publication in this language (RFC 3339, UTC).</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Time of the last major edit in this language (RFC 3339, UTC). Earlier copies are wrong.</summary>
    public required DateTimeOffset ContentChangedAt { get; init; }

    /// <summary>Time of the last edit of any kind, in any language (RFC 3339, UTC).</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    string IInLanguage.ServedLanguage => Language.Served;
}
