using System.Text.Json.Serialization;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Resources;

/// <summary>Something that answers point to.</summary>
public sealed record Resource : ResourceReference, IListed
{
    /// <summary>UUIDv7 (RFC 9562); never changes.</summary>
    [JsonPropertyOrder(-2)]
    public required Guid Id { get; init; }

    /// <summary>What it holds; null: not written.</summary>
    public required string? Description { get; init; }

    /// <summary>When the link was last checked; null: never.</summary>
    public required DateTimeOffset? LinkCheckedAt { get; init; }

    /// <summary>Slug of the resource that it is a part of; null: none.</summary>
    public required string? Parent { get; init; }

    /// <summary>Order among the parts of its parent, from 1; null: it has no parent.</summary>
    public required int? Position { get; init; }

    /// <summary>The event that it shows or announces; null: none.</summary>
    public required ResourceEvent? Event { get; init; }

    /// <summary>The topics of the FAQ entries that link to it, or to its parent.</summary>
    public required TopicReference[] Topics { get; init; }

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
