using System.Globalization;
using FreedomCities.Api.Http.Requests.Paging;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Position in the feed, directly after a change. Transaction ids are only comparable within an epoch.</summary>
internal sealed record FeedCursor(string? Epoch, long Xid, long Number)
{
    private static readonly FeedCursor Start = new(null, 0, 0);

    // No key: a cursor of another database must differ from a damaged one. A forged cursor reads only public data.
    private static readonly CursorSigner Signer = new([], "changes");

    public string Text =>
        Signer.Sign([Epoch ?? "", Xid.ToString(CultureInfo.InvariantCulture), Number.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Returns null for a text that isn't a feed cursor.</summary>
    public static FeedCursor? Parse(string? text) => text is null ? Start : Parse(Signer.Verify(text));

    private static FeedCursor? Parse(string[]? parts) =>
        parts is [var epoch, var xid, var number]
        && long.TryParse(xid, NumberStyles.None, CultureInfo.InvariantCulture, out var x)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new(epoch, x, n)
            : null;

    /// <summary>
    /// Whether changes after this position may be missing: another epoch, a lost change, or a position before the horizon. The start of the
    /// feed is never lost.
    /// </summary>
    public bool IsLostIn(FeedState state) =>
        Epoch is not null && (Epoch != state.Epoch || !state.HasCursor || (Xid, Number).CompareTo(state.Removed) < 0);

    /// <summary>
    /// Advances to the newest change that existed before the query, whether the filters match it or not. Never moves back.
    /// </summary>
    public FeedCursor UpTo((long Xid, long Number) last, FeedState state) =>
        Epoch is null || (Xid, Number).CompareTo(last) < 0 ? new(state.Epoch, last.Xid, last.Number) : this;
}
