using System.Text.Json.Serialization;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Contacts;

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
