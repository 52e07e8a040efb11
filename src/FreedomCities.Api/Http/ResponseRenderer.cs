using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace FreedomCities.Api.Http;

/// <summary>A route whose response is written while it is made, and states its own validator.</summary>
internal sealed class Streamed;

/// <summary>Renders responses of GET into memory: they get their validator, encoding and length there.</summary>
internal sealed class ResponseRenderer(IResponseCompressionProvider compression, MemoryBudget budget, IServiceScopeFactory scopes)
{
    public MemoryBudget Budget => budget;

    /// <summary>Whether the response is rendered whole; others are sent while they are written.</summary>
    public static bool Renders(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<Streamed>() is null;

    /// <summary>The encoding that a client prefers; null: identity.</summary>
    public ICompressionProvider? Negotiate(HttpContext http) =>
        compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http) : null;

    /// <summary>Renders for one client.</summary>
    public async Task RenderAndSend(HttpContext http, RequestDelegate next)
    {
        if (!Renders(http))
        {
            await next(http);
            return;
        }

        var client = http.Response.Body;
        using var body = new BudgetedStream(budget);
        http.Response.Body = body;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = client;
        }

        http.RequestAborted.ThrowIfCancellationRequested();
        await new RenderedResponse(http.Response, body.Written, version: 0).Send(http, this);
    }

    /// <summary>Renders for many a request that <see cref="Detach"/> made.</summary>
    /// <param name="version">The version of what was read, asked for afterwards.</param>
    /// <param name="limit">Null: it is rendered once for good, whatever time and memory that takes.</param>
    public async Task<RenderedResponse> Render(HttpContext request, RequestDelegate next, Func<long> version, TimeSpan? limit)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = limit is null ? new MemoryStream() : new BudgetedStream(budget);
        using var end = new CancellationTokenSource(limit ?? Timeout.InfiniteTimeSpan);
        request.RequestServices = scope.ServiceProvider;
        request.RequestAborted = end.Token;
        request.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            await next(request);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            throw new TimeoutException();
        }

        Cors.Write(request);
        Headers.Write(request);
        return new RenderedResponse(request.Response, body.ToArray(), version());
    }

    /// <summary>The same request without its client: it goes on when that client disconnects.</summary>
    public static DefaultHttpContext Detach(HttpContext http, QueryString query)
    {
        var (from, request) = (http.Request, new DefaultHttpContext());
        (request.Request.Method, request.Request.Path, request.Request.QueryString) = (from.Method, from.Path, query);
        (request.Request.Headers.AcceptLanguage, request.Request.RouteValues) = (from.Headers.AcceptLanguage, new(from.RouteValues));
        request.SetEndpoint(http.GetEndpoint());
        return request;
    }
}
