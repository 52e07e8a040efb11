using FreedomCities.Api.Delivery.Search.Engine.Semantics;
using FreedomCities.Api.Telemetry.Metrics;
using Microsoft.ML.OnnxRuntime;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>Finds out what queries mean, one at a time. A query that would wait too long is searched by words only.</summary>
internal sealed class QueryEncoder(ModelHost host, ServiceMetrics metrics) : IDisposable
{
    private const int MaxWaiting = 4;

    // Far below the time limit of a request, also on a slow machine.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;

    /// <summary>The model; null: it isn't set, not loaded, or can't run.</summary>
    public SentenceModel? Model => host.Encoder is null ? null : host.Model;

    /// <returns>Null: the model is busy, so search by words only.</returns>
    public async ValueTask<SemanticQuery?> Encode(string query, SentenceModel model, CancellationToken ct)
    {
        try
        {
            var isTurn = Interlocked.Increment(ref _waiting) <= MaxWaiting && await _turn.WaitAsync(MaxWait, ct);
            if (!isTurn)
            {
                metrics.CountSkippedModel();
                return null;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            return model.CreateQuery(host.Encoder!.EncodeQuery(query));
        }
        catch (OnnxRuntimeException)
        {
            metrics.CountSkippedModel(); // the words still find what they find
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
