using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Rendering;
using Microsoft.AspNetCore.Http;

namespace FreedomCities.Api.Tests.Http.Caching;

/// <summary>What the response cache holds has a bound, and what is requested often stays. Measured: ./dev bench crowded.</summary>
public sealed class ResponseStoreTests : IDisposable
{
    private const int Bytes = 1_000_000;

    private readonly ResponseStore _store = new(Bytes);

    public void Dispose() => _store.Dispose();

    [Fact]
    public void ResponsesThatAreRequestedOnce_PushOutNoOther()
    {
        _store.Set("hot", Response(10_000));
        Assert.NotNull(_store.Find("hot"));

        foreach (var i in Enumerable.Range(0, 10_000))
        {
            _store.Set($"once-{i}", Response(30));
        }

        Assert.NotNull(_store.Find("hot"));
        Assert.InRange(Enumerable.Range(0, 10_000).Count(i => _store.Find($"once-{i}") is not null), 1, Bytes / 3_000);
    }

    [Fact]
    public void ResponseOfHalfTheCache_IsHeld()
    {
        _store.Set("large", Response(Bytes / 3));

        Assert.NotNull(_store.Find("large"));
    }

    [Fact]
    public void RemovedResponse_IsInNeitherSegment()
    {
        _store.Set("once", Response(30));
        _store.Remove("once");
        _store.Set("twice", Response(30));
        _store.Find("twice");
        _store.Remove("twice");

        Assert.Equal((null, null), (_store.Find("once"), _store.Find("twice")));
    }

    [Fact]
    public void PermanentResponse_StaysTheFirst()
    {
        var first = _store.Set("permanent", Response(30, RenderedResponse.Permanent));

        Assert.Same(first, _store.Set("permanent", Response(30, RenderedResponse.Permanent)));
        Assert.Same(first, _store.Find("permanent", isPermanent: true));
        Assert.Null(_store.Find("permanent"));
    }

    private static RenderedResponse Response(int bytes, long version = 1) =>
        new(new DefaultHttpContext().Response, new byte[bytes], version, budget: null, TimeProvider.System);
}
