using FreedomCities.Api.Http.Limits;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Caching;

/// <summary>
/// A response in one encoding. The cache may drop a large one while clients take it: its bytes count once, for the network of the first client.
/// </summary>
internal sealed class ResponseVariant(ReadOnlyMemory<byte> bytes, EntityTagHeaderValue tag, MemoryBudget? budget)
{
    private readonly Lock _lock = new();
    private int _clients;
    private int _network;

    public ReadOnlyMemory<byte> Bytes => bytes;

    public EntityTagHeaderValue Tag => tag;

    /// <summary>Takes from the budget what sending needs; null: nothing.</summary>
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

    public Task Send(HttpContext http, ResponseSender sender, IDisposable? lease)
    {
        return lease is null ? sender.Send(http, bytes) : SendReserved();

        async Task SendReserved()
        {
            using (lease)
            {
                await sender.Send(http, bytes);
            }
        }
    }

    private sealed class Lease(ResponseVariant variant) : IDisposable
    {
        public void Dispose() => variant.Release();
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
}
