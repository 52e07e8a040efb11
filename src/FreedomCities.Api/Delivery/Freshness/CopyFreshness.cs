using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Delivery.Freshness;

/// <summary>How fresh a copy is, and what to show instead.</summary>
public sealed record CopyFreshness
{
    /// <summary>The slug that was named.</summary>
    public required string Slug { get; init; }

    /// <summary>The language that was named.</summary>
    public required string Language { get; init; }

    /// <summary>
    /// current: right. minor-change: right, but written otherwise now. major-change: a reader of the copy would be wrong. withdrawn: stop showing it.
    /// unknown: nothing was ever published here that has this slug, language and hash.
    /// </summary>
    [AllowedValues("current", "minor-change", "major-change", "withdrawn", "unknown")]
    public required string State { get; init; }

    /// <summary>Since when the copy isn't current (RFC 3339); null: it is, or nothing is known of it.</summary>
    public required DateTimeOffset? Since { get; init; }

    /// <summary>The revision that is published now; null: none is.</summary>
    public required int? Revision { get; init; }

    /// <summary>The hash of what is published now; null: nothing is.</summary>
    public required string? ContentHash { get; init; }

    /// <summary>The slug of the published record that replaces a withdrawn one, or what replaced it; null: none does.</summary>
    public required string? ReplacedBy { get; init; }

    /// <summary>Path of what to show instead, or of the record; null: there is nothing to show.</summary>
    public required string? Url { get; init; }
}
