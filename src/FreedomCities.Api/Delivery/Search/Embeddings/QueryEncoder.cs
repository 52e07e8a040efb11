using FreedomCities.Api.Delivery.Search.Engine.Semantics;
using FreedomCities.Api.Telemetry.Metrics;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>Finds out what queries mean, one at a time. When several wait already, a query is searched by words only.</summary>
internal sealed class QueryEncoder(ModelHost host, ServiceMetrics metrics) : IDisposable
{
    private const int MaxWaiting = 4;

    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;

    /// <summary>The model; null: it isn't set, not loaded, or can't run.</summary>
    public SentenceModel? Model => host.Encoder is null ? null : host.Model;

    /// <returns>Null: the model is busy, so search by words only.</returns>
    public async ValueTask<SemanticQuery?> Encode(string query, SentenceModel model, CancellationToken ct)
    {
        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            metrics.CountSkippedModel();
            return null;
        }

        try
        {
            await _turn.WaitAsync(ct);
            try
            {
                return model.CreateQuery(host.Encoder!.EncodeQuery(query));
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _turn.Dispose();
}
