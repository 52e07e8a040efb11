namespace FreedomCities.Api.Delivery.Changes;

/// <summary>State of the feed at the time of a query.</summary>
internal sealed record FeedState
{
    /// <summary>Identifies the transaction history. Positions of another epoch have no meaning in this one.</summary>
    public required string Epoch { get; init; }

    public required long RemovedXid { get; init; }

    public required long RemovedNumber { get; init; }

    /// <summary>Horizon: the last change that retention has removed.</summary>
    public (long Xid, long Number) Removed => (RemovedXid, RemovedNumber);

    /// <summary>Whether the change of the cursor exists or is the horizon. A promotion or a restore may have lost it.</summary>
    public required bool HasCursor { get; init; }
}

/// <summary>Result of a query after a cursor.</summary>
/// <param name="Last">Last change of the feed before the query, regardless of filters.</param>
/// <param name="IsHeldBack">An older open transaction holds back a committed change.</param>
/// <param name="Changes">Up to limit + 1 changes. The extra one tells that there are more.</param>
/// <param name="IsFarBehind">More than 1,000 changes follow the cursor.</param>
internal sealed record FeedReading(
    (long Xid, long Number) Last, bool IsHeldBack, Change[] Changes, bool IsFarBehind, int Limit, FeedState State)
{
    /// <param name="isFinal">Whether caches may store the list for long, if more changes follow.</param>
    public ChangeList After(FeedCursor since, bool isFinal, string snapshot)
    {
        Change[] items = [.. Changes.Take(Limit)];
        var more = Changes.Length > Limit;
        var read = items is [.., var last] ? since.UpTo((last.Xid, last.Number), State) : since;
        isFinal = isFinal && more;
        return new ChangeList
        {
            Items = items,
            Cursor = (more ? read : read.UpTo(Last, State)).Text,
            More = more,
            Snapshot = IsFarBehind ? snapshot : null,
            IsFinal = isFinal,
        };
    }
}
