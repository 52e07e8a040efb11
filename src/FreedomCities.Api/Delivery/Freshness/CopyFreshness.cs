using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Delivery.Freshness;

/// <summary>Freshness of a copy, and what to show instead.</summary>
public sealed record CopyFreshness
{
    /// <summary>Slug from the request.</summary>
    public required string Slug { get; init; }

    /// <summary>Language from the request (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>
    /// `current`: the copy is the published text. `minor-change`: the wording has changed, but the copy is still right. `major-change`: the
    /// copy is wrong. `withdrawn`: stop showing the copy. `unknown`: no text with this slug, language and hash was ever published.
    /// </summary>
    [AllowedValues("current", "minor-change", "major-change", "withdrawn", "unknown")]
    public required string State { get; init; }

    /// <summary>Time since when the copy is not current (RFC 3339, UTC). Null: current or unknown.</summary>
    public required DateTimeOffset? Since { get; init; }

    /// <summary>Published revision. Null: not published.</summary>
    public required int? Revision { get; init; }

    /// <summary>Content hash of the published text. Null: not published.</summary>
    public required string? ContentHash { get; init; }

    /// <summary>Slug of the published record at the end of the chain of replacements. Null: none.</summary>
    public required string? ReplacedBy { get; init; }

    /// <summary>Path of the record to show, or of its replacement. Null: nothing to show.</summary>
    public required string? Url { get; init; }
}
