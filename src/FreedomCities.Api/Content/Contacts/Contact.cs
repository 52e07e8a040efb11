using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>A contact, as an FAQ entry names it.</summary>
[JsonDerivedType(typeof(Contact))]
public record ContactReference
{
    /// <summary>Permanent name in URLs; an earlier one answers 308.</summary>
    /// <example>ana-moran</example>
    [JsonPropertyOrder(-1)]
    public required string Slug { get; init; }

    /// <summary>A place or a person.</summary>
    /// <example>person</example>
    [AllowedValues("office", "person")]
    [JsonPropertyOrder(-1)]
    public required string Kind { get; init; }

    /// <summary>The office's or the person's name.</summary>
    /// <example>Ana Moran</example>
    [JsonPropertyOrder(-1)]
    public required string Name { get; init; }
}

/// <summary>A place or a person that one can reach.</summary>
public sealed record Contact : ContactReference, IListed
{
    /// <summary>UUIDv7 (RFC 9562); never changes.</summary>
    /// <example>019ac000-0000-7000-8000-000000000004</example>
    [JsonPropertyOrder(-2)]
    public required Guid Id { get; init; }

    /// <summary>What the person does there; null: not stated.</summary>
    /// <example>null</example>
    public required string? Role { get; init; }

    /// <summary>More about it; null: not written.</summary>
    /// <example>null</example>
    public required string? Description { get; init; }

    /// <summary>The organisation that the office is of.</summary>
    public required Affiliate Affiliate { get; init; }

    /// <summary>The office that the person belongs to; null: this is an office.</summary>
    public required OfficeReference? Office { get; init; }

    /// <summary>E-mail address (RFC 5321); null: none is known.</summary>
    /// <example>amoran@aclu-nm.org</example>
    public required string? Email { get; init; }

    /// <summary>Phone numbers, the first one first.</summary>
    public required Phone[] Phones { get; init; }

    /// <summary>Where it is; null: not stated.</summary>
    public required Location? Location { get; init; }

    /// <summary>The areas that it serves.</summary>
    public required ServiceArea[] Serves { get; init; }

    /// <summary>Languages that are spoken there (BCP 47); empty: not stated.</summary>
    /// <example>[]</example>
    public required string[] Languages { get; init; }

    public required Language Language { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Raised by one with every published edit of this language.</summary>
    /// <example>1</example>
    public required int Revision { get; init; }

    /// <summary>sha256- and the SHA-256, in lower-case hex, of what the record itself states; changes whenever that does.</summary>
    /// <example>sha256-0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9</example>
    public required string ContentHash { get; init; }

    /// <summary>When it was first published in this language.</summary>
    /// <example>2026-11-22T10:00:00Z</example>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The last major edit: a reader of the record before it would be wrong.</summary>
    /// <example>2026-11-22T10:00:00Z</example>
    public required DateTimeOffset ContentChangedAt { get; init; }

    /// <summary>The last edit of any kind, in any language.</summary>
    /// <example>2026-11-22T10:00:00Z</example>
    public required DateTimeOffset UpdatedAt { get; init; }

    internal string[] CursorKey { get; init; } = [];

    string[] IListed.CursorKey => CursorKey;

    string IInLanguage.ServedLanguage => Language.Served;
}

/// <summary>An organisation that offices are of.</summary>
public sealed record Affiliate
{
    /// <summary>Its name in filters.</summary>
    /// <example>aclu-new-mexico</example>
    public required string Slug { get; init; }

    /// <summary>Its name.</summary>
    /// <example>ACLU of New Mexico</example>
    public required string Name { get; init; }

    /// <summary>Its website; null: none is known.</summary>
    /// <example>null</example>
    public required string? Url { get; init; }
}

/// <summary>The office that a person belongs to.</summary>
public sealed record OfficeReference
{
    /// <summary>The office's slug.</summary>
    /// <example>aclu-nm-albuquerque</example>
    public required string Slug { get; init; }

    /// <summary>The office's name.</summary>
    /// <example>ACLU of New Mexico, main office</example>
    public required string Name { get; init; }
}

/// <summary>A phone number.</summary>
public sealed record Phone
{
    /// <summary>The number without extension (E.164).</summary>
    /// <example>+15052665915</example>
    public required string Number { get; init; }

    /// <summary>The extension's digits; null: none.</summary>
    /// <example>1012</example>
    public required string? Extension { get; init; }

    /// <summary>The number as people write it.</summary>
    /// <example>(505) 266-5915 ext. 1012</example>
    public required string Display { get; init; }

    /// <summary>The number as a link (RFC 3966).</summary>
    /// <example>tel:+1-505-266-5915;ext=1012</example>
    public string Uri => PhoneNumber.Uri(Number, Extension);

    /// <summary>What it takes.</summary>
    /// <example>voice</example>
    [AllowedValues("voice", "text", "fax")]
    public required string Type { get; init; }

    /// <summary>When somebody last reached the contact by it; null: not recorded.</summary>
    /// <example>null</example>
    public required DateTimeOffset? VerifiedAt { get; init; }
}

/// <summary>Where a contact is.</summary>
public sealed record Location
{
    /// <summary>The city; null: not stated.</summary>
    /// <example>Albuquerque</example>
    public required string? City { get; init; }

    /// <summary>The state, in two letters; null: not stated.</summary>
    /// <example>NM</example>
    public required string? State { get; init; }

    /// <summary>The county (FIPS); null: not stated.</summary>
    /// <example>35001</example>
    public required string? County { get; init; }

    /// <summary>Degrees north (WGS 84), of the city unless the source says otherwise; null: not stated.</summary>
    /// <example>35.08</example>
    public required double? Latitude { get; init; }

    /// <summary>Degrees east (WGS 84); null: not stated.</summary>
    /// <example>-106.65</example>
    public required double? Longitude { get; init; }
}

/// <summary>An area that a contact serves.</summary>
public sealed record ServiceArea
{
    /// <summary>What code is of.</summary>
    /// <example>state</example>
    [AllowedValues("state", "county", "postal-code")]
    public required string Kind { get; init; }

    /// <summary>Two letters of a state, FIPS of a county, or a postal code of five digits.</summary>
    /// <example>NM</example>
    public required string Code { get; init; }

    /// <summary>The area's name.</summary>
    /// <example>New Mexico</example>
    public required string Name { get; init; }
}
