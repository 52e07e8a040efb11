using FreedomCities.Api.Http.Limits;
using Microsoft.AspNetCore.Http.Features;

namespace FreedomCities.Api.Http.Rendering;

/// <summary>Renders responses into memory, within the memory that a network may use.</summary>
internal sealed class ResponseRenderer(MemoryBudget budget, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Renders the response to one request. No other request shares it.</summary>
    public async Task<RenderedResponse> Render(HttpContext http, RequestDelegate next)
    {
        var client = http.Response.Body;
        var body = Budgeted(http);
        http.Response.RegisterForDispose(body); // when it has been sent
        http.Response.Body = body;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = client;
        }

        http.RequestAborted.ThrowIfCancellationRequested(); // or half a document would be sent: see Render below
        return new RenderedResponse(http.Response, body.Written, version: 0, budget: null, clock);
    }

    /// <summary>Renders for any number of clients.</summary>
    /// <param name="version">Returns the version of the content, after it was read.</param>
    /// <param name="limit">Null: it is rendered once for good, whatever time and memory that takes.</param>
    public async Task<RenderedResponse> Render(DetachedRequest request, RequestDelegate next, Func<long> version, TimeSpan? limit)
    {
        var http = request.ToHttpContext();
        await using var scope = scopes.CreateAsyncScope();
        using var body = limit is null ? new MemoryStream() : Budgeted(http);
        using var timeout = new CancellationTokenSource(limit ?? Timeout.InfiniteTimeSpan, clock);
        http.RequestServices = scope.ServiceProvider;
        http.RequestAborted = timeout.Token;
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            await next(http);
            timeout.Token.ThrowIfCancellationRequested(); // writing JSON ends early, and without an exception, when the token is cancelled
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            throw new TimeoutException();
        }

        return new RenderedResponse(http.Response, body.ToArray(), version(), limit is null ? null : budget, clock);
    }

    private BudgetedStream Budgeted(HttpContext http) => new(budget, ClientNetwork.Number(http.Connection.RemoteIpAddress));
}
