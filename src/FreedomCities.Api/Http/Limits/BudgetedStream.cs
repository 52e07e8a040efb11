using FreedomCities.Api.Http.Caching;

namespace FreedomCities.Api.Http.Limits;

/// <summary>Memory that takes from the budget as it grows beyond what is small, and returns all of it when disposed.</summary>
internal sealed class BudgetedStream(MemoryBudget budget, int network) : MemoryStream
{
    private long _taken;

    public ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

    // MemoryStream's other ways of writing more than a byte lead here.
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
        budget.Release(network, _taken);
        _taken = 0;
        base.Dispose(disposing);
    }

    private void Reserve(long length)
    {
        if (length <= ResponseSender.PieceBytes || length <= Capacity)
        {
            return;
        }

        var capacity = Math.Max(length, 2L * Capacity);
        var more = capacity - ResponseSender.PieceBytes - _taken;
        budget.Reserve(network, more, own: _taken + more);
        _taken += more;
        Capacity = (int)capacity;
    }
}
