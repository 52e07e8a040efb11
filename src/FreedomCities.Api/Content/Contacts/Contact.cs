using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>A contact, as an FAQ entry names it.</summary>
[JsonDerivedType(typeof(Contact))]
public record ContactReference
{
    /// <summary>Permanent name in URLs; an earlier one answers 308.</summary>
    [JsonPropertyOrder(-1)]
    public required string Slug { get; init; }

    /// <summary>A place or a person.</summary>
    [AllowedValues("office", "person")]
    [JsonPropertyOrder(-1)]
    public required string Kind { get; init; }

    /// <summary>The office's or the person's name.</summary>
    [JsonPropertyOrder(-1)]
    public required string Name { get; init; }
}

/// <summary>A place or a person that one can reach.</summary>
public sealed record Contact : ContactReference, IListed
{
    /// <summary>UUIDv7 (RFC 9562); never changes.</summary>
    [JsonPropertyOrder(-2)]
    public required Guid Id { get; init; }

    /// <summary>What the person does there; null: not stated.</summary>
    public required string? Role { get; init; }

    /// <summary>More about it; null: not written.</summary>
    public required string? Description { get; init; }

    /// <summary>The organisation that the office is of.</summary>
    public required Affiliate Affiliate { get; init; }

    /// <summary>The office that the person belongs to; null: this is an office.</summary>
    public required OfficeReference? Office { get; init; }

    /// <summary>E-mail address (RFC 5321); null: none is known.</summary>
    public required string? Email { get; init; }

    /// <summary>Phone numbers, the first one first.</summary>
    public required Phone[] Phones { get; init; }

    /// <summary>Where it is; null: not stated.</summary>
    public required Location? Location { get; init; }

    /// <summary>The areas that it serves.</summary>
    public required ServiceArea[] Serves { get; init; }

    /// <summary>Languages that are spoken there (BCP 47); empty: not stated.</summary>
    public required string[] Languages { get; init; }

    public required Language Language { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Raised by one with every published edit of this language.</summary>
    public required int Revision { get; init; }

    /// <summary>sha256- and the SHA-256, in lower-case hex, of what the record itself states; changes whenever that does. To compare, not to compute.</summary>
    public required string ContentHash { get; init; }

    /// <summary>When it was first published in this language.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The last major edit: a reader of the record before it would be wrong.</summary>
    public required DateTimeOffset ContentChangedAt { get; init; }

    /// <summary>The last edit of any kind, in any language.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    internal string[] CursorKey { get; init; } = [];

    string[] IListed.CursorKey => CursorKey;

    string IInLanguage.ServedLanguage => Language.Served;
}

/// <summary>An organisation that offices are of.</summary>
public sealed record Affiliate
{
    /// <summary>Its name in filters.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its website; null: none is known.</summary>
    public required string? Url { get; init; }
}

/// <summary>The office that a person belongs to.</summary>
public sealed record OfficeReference
{
    /// <summary>The office's slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The office's name.</summary>
    public required string Name { get; init; }
}

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
    [AllowedValues("voice", "text", "fax")]
    public required string Type { get; init; }

    /// <summary>When somebody last reached the contact by it; null: not recorded.</summary>
    public required DateTimeOffset? VerifiedAt { get; init; }
}

/// <summary>Where a contact is.</summary>
public sealed record Location
{
    /// <summary>The city; null: not stated.</summary>
    public required string? City { get; init; }

    /// <summary>The state, in two letters; null: not stated.</summary>
    public required string? State { get; init; }

    /// <summary>The county (FIPS); null: not stated.</summary>
    public required string? County { get; init; }

    /// <summary>Degrees north (WGS 84), of the city unless the source says otherwise; null: not stated.</summary>
    public required double? Latitude { get; init; }

    /// <summary>Degrees east (WGS 84); null: not stated.</summary>
    public required double? Longitude { get; init; }
}

/// <summary>An area that a contact serves.</summary>
public sealed record ServiceArea
{
    /// <summary>What code is of.</summary>
    [AllowedValues("state", "county", "postal-code")]
    public required string Kind { get; init; }

    /// <summary>Two letters of a state, FIPS of a county, or a postal code of five digits.</summary>
    public required string Code { get; init; }

    /// <summary>The area's name.</summary>
    public required string Name { get; init; }
}
