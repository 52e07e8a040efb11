using FreedomCities.Api.Http.Limits;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Rendering;

/// <summary>
/// A response in one encoding. While a large one is sent, the cache may evict it: its bytes then count once, for the network of the first
/// client.
/// </summary>
/// <param name="encoding">Null: no content coding (identity).</param>
internal sealed class ResponseVariant(ReadOnlyMemory<byte> bytes, string? encoding, EntityTagHeaderValue tag, MemoryBudget? budget)
{
    private readonly Lock _lock = new();
    private int _clients;
    private int _network;

    public ReadOnlyMemory<byte> Bytes => bytes;

    public string? Encoding => encoding;

    public EntityTagHeaderValue Tag => tag;

    /// <summary>Reserves the memory that sending needs; null: none.</summary>
    /// <exception cref="OverBudgetException">There is no memory left.</exception>
    public IDisposable? Reserve(HttpContext http)
    {
        if (budget is null || bytes.Length <= ResponseSender.PieceBytes)
        {
            return null;
        }

        lock (_lock)
        {
            if (_clients == 0)
            {
                _network = ClientNetwork.Number(http.Connection.RemoteIpAddress);
                budget.Reserve(_network, bytes.Length, own: bytes.Length);
            }

            _clients++;
        }

        return new Lease(this);
    }

    private void Release()
    {
        lock (_lock)
        {
            _clients--;
            if (_clients == 0)
            {
                budget!.Release(_network, bytes.Length);
            }
        }
    }

    private sealed class Lease(ResponseVariant variant) : IDisposable
    {
        public void Dispose() => variant.Release();
    }
}
