using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Last line of a snapshot. If it is missing, the response was cut off.</summary>
public sealed record SnapshotEnd
{
    /// <summary>Always `end`.</summary>
    [AllowedValues("end")]
    public string Type => "end";

    /// <summary>Value of `since` for the first request of changes.</summary>
    public required string Cursor { get; init; }

    /// <summary>Number of lines before this one.</summary>
    public required int Count { get; init; }
}
