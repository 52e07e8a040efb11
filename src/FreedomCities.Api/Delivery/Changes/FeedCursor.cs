using System.Globalization;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>A place in the feed: after a change. A transaction's id means something in its epoch alone.</summary>
internal sealed record FeedCursor(string? Epoch, long Xid, long Number)
{
    private static readonly FeedCursor Start = new(null, 0, 0);

    // Without a key, so that the cursor of any other database is known from a damaged one; who forges it reads what is public.
    private static readonly CursorSigner Signer = new([], "changes");

    public string Text => Signer.Sign([Epoch ?? "", Xid.ToString(CultureInfo.InvariantCulture), Number.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Null: it is no cursor of a feed.</summary>
    public static FeedCursor? Parse(string? text) => text is null ? Start : Parse(Signer.Verify(text));

    private static FeedCursor? Parse(string[]? parts) =>
        parts is [var epoch, var xid, var number]
        && long.TryParse(xid, NumberStyles.None, CultureInfo.InvariantCulture, out var x)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new(epoch, x, n)
            : null;

    /// <summary>Whether changes after it may be missing: it is of another epoch, of a change that was lost, or older than what is kept. The start misses nothing that is kept.</summary>
    public bool IsLostIn(FeedState state) =>
        Epoch is not null && (Epoch != state.Epoch || !state.HasCursor || (Xid, Number).CompareTo(state.Removed) < 0);

    /// <summary>The place up to which a feed was read: the last change before the reading, if it was passed, whatever was asked for.</summary>
    public FeedCursor UpTo((long Xid, long Number) last, FeedState state) =>
        Epoch is null || (Xid, Number).CompareTo(last) < 0 ? new(state.Epoch, last.Xid, last.Number) : this;
}
