using System.Text.Json.Serialization;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Content.Resources;

/// <summary>Website, guide, policy, video or document that answers link to.</summary>
public sealed record Resource : ResourceReference, IInLanguage
{
    /// <summary>Record id, a UUIDv7 (RFC 9562). Never changes.</summary>
    [JsonPropertyOrder(-2)]
    public required Guid Id { get; init; }

    /// <summary>Description, as plain text. Null: none.</summary>
    public required string? Description { get; init; }

    /// <summary>Time of the last link check (RFC 3339, UTC). Null: never checked.</summary>
    public required DateTimeOffset? LinkCheckedAt { get; init; }

    /// <summary>Slug of the parent resource. Null: not a part of another resource.</summary>
    public required string? Parent { get; init; }

    /// <summary>Position among the parts of the parent, from 1. Null: no parent.</summary>
    public required int? Position { get; init; }

    /// <summary>Event that the resource documents or announces. Null: none.</summary>
    public required ResourceEvent? Event { get; init; }

    /// <summary>Topics of the FAQ entries that link to this resource or its parent.</summary>
    public required TopicReference[] Topics { get; init; }

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
