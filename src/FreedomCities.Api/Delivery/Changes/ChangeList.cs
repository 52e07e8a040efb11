namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Changes, in the order in which they are to be applied.</summary>
public sealed record ChangeList
{
    /// <summary>The changes after since; none: there are none that match.</summary>
    public required Change[] Items { get; init; }

    /// <summary>What to send as since the next time. It stays good for as long as changes are kept.</summary>
    public required string Cursor { get; init; }

    /// <summary>True: there are more already, ask again at once.</summary>
    public required bool More { get; init; }
}
