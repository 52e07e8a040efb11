using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace FreedomCities.Api.Http.Caching;

/// <summary>A route whose response is written while it is made, and states its own validator.</summary>
internal sealed class Streamed;

/// <summary>Renders responses of GET into memory: they get their validator, encoding and length there.</summary>
internal sealed class ResponseRenderer(
    IResponseCompressionProvider compression, ResponseSender sender, MemoryBudget budget, IServiceScopeFactory scopes)
{
    public ResponseSender Sender => sender;

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
        using var body = new BudgetedStream(budget, ClientNetwork.Number(http.Connection.RemoteIpAddress));
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
        await new RenderedResponse(http.Response, body.Written, version: 0, budget: null).Send(http, this);
    }

    /// <summary>Renders a detached request, whose response is sent to any number of clients.</summary>
    /// <param name="version">Returns the version of the content, after it was read.</param>
    /// <param name="limit">Null: it is rendered once for good, whatever time and memory that takes.</param>
    public async Task<RenderedResponse> Render(HttpContext request, RequestDelegate next, Func<long> version, TimeSpan? limit)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = limit is null ? new MemoryStream() : new BudgetedStream(budget, ClientNetwork.Number(request.Connection.RemoteIpAddress));
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
        SecurityHeaders.Write(request);
        return new RenderedResponse(request.Response, body.ToArray(), version(), limit is null ? null : budget);
    }

    /// <summary>The same request without its connection: rendering goes on when the client disconnects. It is good for one render.</summary>
    public static DefaultHttpContext Detach(HttpContext http, QueryString query)
    {
        var (from, request) = (http.Request, new DefaultHttpContext());
        (request.Request.Method, request.Request.QueryString) = (from.Method, query);
        (request.Request.PathBase, request.Request.Path) = (from.PathBase, from.Path);
        (request.Request.Headers.AcceptLanguage, request.Request.RouteValues) = (from.Headers.AcceptLanguage, new(from.RouteValues));
        request.Connection.RemoteIpAddress = http.Connection.RemoteIpAddress;
        request.SetEndpoint(http.GetEndpoint());
        return request;
    }
}
