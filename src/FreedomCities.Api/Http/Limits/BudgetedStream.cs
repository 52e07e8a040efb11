using FreedomCities.Api.Http.Rendering;

namespace FreedomCities.Api.Http.Limits;

/// <summary>A memory stream that reserves its bytes in the budget, except the first few, and releases them when it is disposed.</summary>
internal sealed class BudgetedStream(MemoryBudget budget, int network) : MemoryStream
{
    private long _reserved;

    public ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

    // MemoryStream's other methods that write more than a byte call this one.
    public override void Write(byte[] buffer, int offset, int count)
    {
        Reserve(Position + count);
        base.Write(buffer, offset, count);
    }

    public override void WriteByte(byte value)
    {
        Reserve(Position + 1);
        base.WriteByte(value);
    }

    protected override void Dispose(bool disposing)
    {
        budget.Release(network, _reserved);
        _reserved = 0;
        base.Dispose(disposing);
    }

    private void Reserve(long length)
    {
        if (length <= ResponseSender.PieceBytes || length <= Capacity)
        {
            return;
        }

        var capacity = Math.Max(length, 2L * Capacity);
        var more = capacity - ResponseSender.PieceBytes - _reserved;
        budget.Reserve(network, more, own: _reserved + more);
        _reserved += more;
        Capacity = (int)capacity;
    }
}
