using System.Globalization;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>A place in the feed: after a change. A transaction's id means something in its epoch alone.</summary>
internal sealed record FeedCursor(string? Epoch, long Xid, long Number)
{
    public const string Binding = "changes";

    private static readonly FeedCursor Start = new(null, 0, 0);

    /// <summary>Null: it wasn't given out here.</summary>
    public static FeedCursor? Of(string? text, Seal seal) =>
        text is null ? Start
        : seal.Open(text) is [var epoch, var xid, var number] ? new(epoch, long.Parse(xid, CultureInfo.InvariantCulture), long.Parse(number, CultureInfo.InvariantCulture))
        : null;

    public string Text(Seal seal) => seal.Close([Epoch ?? "", Xid.ToString(CultureInfo.InvariantCulture), Number.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Whether changes after it may be missing: it is of another epoch, or older than what is kept. The start misses nothing that is kept.</summary>
    public bool IsLostIn(FeedState state) =>
        Epoch is not null && (Epoch != state.Epoch || (Xid, Number).CompareTo(state.Removed) < 0);

    /// <summary>The same place, in a feed whose first changes were removed.</summary>
    public FeedCursor In(FeedState state) =>
        Epoch is null ? new(state.Epoch, state.Removed.Xid, state.Removed.Number) : this;
}
