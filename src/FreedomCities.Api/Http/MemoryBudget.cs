using FreedomCities.Api.Database;

namespace FreedomCities.Api.Http;

/// <summary>There is no memory left for another response or body: a 503.</summary>
internal sealed class OverBudgetException : Exception;

/// <summary>
/// Bounds the memory of responses and request bodies in flight (setting InFlightMegabytes), so that clients that don't read, or that
/// send large bodies slowly, can't exhaust the process.
/// </summary>
internal sealed class MemoryBudget(IConfiguration configuration)
{
    private long _left = (long)configuration.Number("InFlightMegabytes", 1, 100_000) * 1_000_000;

    public void Take(long bytes)
    {
        if (Interlocked.Add(ref _left, -bytes) < 0)
        {
            Return(bytes);
            throw new OverBudgetException();
        }
    }

    public void Return(long bytes) => Interlocked.Add(ref _left, bytes);
}

/// <summary>Memory that takes from the budget as it grows, and returns all of it when disposed.</summary>
internal sealed class BudgetedStream(MemoryBudget budget) : MemoryStream
{
    private long _taken;

    public ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

    // MemoryStream's other ways of writing more than a byte lead here.
    public override void Write(byte[] buffer, int offset, int count)
    {
        Take(count);
        base.Write(buffer, offset, count);
    }

    public override void WriteByte(byte value)
    {
        Take(1);
        base.WriteByte(value);
    }

    protected override void Dispose(bool disposing)
    {
        budget.Return(_taken);
        _taken = 0;
        base.Dispose(disposing);
    }

    private void Take(long bytes)
    {
        budget.Take(bytes);
        _taken += bytes;
    }
}
