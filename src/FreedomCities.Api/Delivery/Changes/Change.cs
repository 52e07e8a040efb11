using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Change of one text, which is a record in one language.</summary>
public sealed record Change
{
    /// <summary>Type of the record.</summary>
    [AllowedValues("faq", "topic", "resource", "contact")]
    public required string Type { get; init; }

    /// <summary>Slug of the record after this change.</summary>
    public required string Slug { get; init; }

    /// <summary>Language of the text (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>
    /// `upsert`: fetch the record again with `Cache-Control: no-cache` (RFC 9111), even if its revision is the same. `delete`: stop showing
    /// the copy.
    /// </summary>
    [AllowedValues("upsert", "delete")]
    public required string Action { get; init; }

    /// <summary>Published revision, or the withdrawn one.</summary>
    public required int Revision { get; init; }

    /// <summary>`major`: the earlier text is wrong. `minor`: it is still right.</summary>
    [AllowedValues("minor", "major")]
    public required string Significance { get; init; }

    /// <summary>Why the text was withdrawn. Null: not withdrawn.</summary>
    [AllowedValues("law-changed", "superseded", "merged", "error", null)]
    public required string? Reason { get; init; }

    /// <summary>Slug of the published record to show instead, at the time of the request. Null: none.</summary>
    public required string? ReplacedBy { get; init; }

    /// <summary>Slug before this change. Null: not renamed.</summary>
    public required string? RenamedFrom { get; init; }

    /// <summary>Time of the change (RFC 3339, UTC).</summary>
    public required DateTimeOffset At { get; init; }

    internal long Xid { get; init; }

    internal long Number { get; init; }
}
