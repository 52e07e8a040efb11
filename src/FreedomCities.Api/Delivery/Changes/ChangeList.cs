namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Changes in the order in which to apply them.</summary>
public sealed record ChangeList
{
    /// <summary>Changes after `since`. Empty: no change matches.</summary>
    public required Change[] Items { get; init; }

    /// <summary>Value of `since` for the next request. Valid for the retention period of the feed (90 days by default).</summary>
    public required string Cursor { get; init; }

    /// <summary>True: more changes are available. Request again immediately.</summary>
    public required bool More { get; init; }
}
