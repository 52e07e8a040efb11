using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Changes in the order in which to apply them.</summary>
public sealed record ChangeList : IMaybeFinal
{
    /// <summary>Changes after `since`. Empty: no change matches.</summary>
    public required Change[] Items { get; init; }

    /// <summary>Value of `since` for the next request. Valid for the retention period of the feed (90 days by default).</summary>
    public required string Cursor { get; init; }

    /// <summary>True: more changes are available. Request again immediately.</summary>
    public required bool More { get; init; }

    /// <summary>
    /// Path of the snapshot, when more than 1,000 changes follow `since`: loading it is cheaper. Null: fewer follow, or fewer did when this
    /// response was cached.
    /// </summary>
    public required string? Snapshot { get; init; }

    internal bool IsFinal { get; init; }

    bool IMaybeFinal.IsFinal => IsFinal;
}
