using System.Globalization;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses.Headers;

namespace FreedomCities.Api.Http.Rendering;

/// <summary>
/// The one way out. It sends every response, whether cached, rendered for one client, or a problem document: with validator or 304,
/// encoding, length, CORS, security and rate limit headers. A streamed response gets its headers here when it begins.
/// </summary>
internal sealed class ResponseWriter(
    EncodingNegotiation encodings, ResponseSender sender, Cors cors, Shutdown shutdown, TimeProvider clock)
{
    /// <summary>Sends the response that the rest of the pipeline selects, or else what it writes, like a problem document.</summary>
    public Task Apply(HttpContext http, RequestDelegate next) =>
        Streamed.Applies(http) ? Stream(http, next) : WriteAndSend(http, next);

    /// <summary>Chooses the encoding, answers the condition of the request and reserves memory.</summary>
    /// <param name="isStaleIfError">Whether it is served because the current response can't be rendered (RFC 5861, section 4).</param>
    /// <exception cref="Limits.OverBudgetException">There is no memory left for sending it.</exception>
    public SelectedResponse Select(HttpContext http, RenderedResponse response, bool isStaleIfError = false)
    {
        var variant = response.InEncoding(response.IsCompressible ? encodings.Choose(http) : null);
        var isUnchanged = response.HasValidator && ETags.Matches(http.Request, variant.Tag);
        var hasBody = !isUnchanged && variant.Bytes.Length > 0 && !HeadRequests.IsHead(http);
        var lease = hasBody ? variant.Reserve(http) : null;
        TimeSpan? age = isStaleIfError ? response.SinceValidated(clock.GetTimestamp()) : null;
        return new SelectedResponse(response, variant, isUnchanged, hasBody, age, lease);
    }

    public Task Send(HttpContext http, SelectedResponse selected) =>
        selected.Lease is { } lease ? SendAndRelease(http, selected, lease) : SendNow(http, selected);

    private Task SendNow(HttpContext http, SelectedResponse selected)
    {
        WriteHeaders(http, selected);
        return selected.HasBody ? sender.Send(http, selected.Variant.Bytes) : Task.CompletedTask;
    }

    private async Task SendAndRelease(HttpContext http, SelectedResponse selected, IDisposable lease)
    {
        using (lease)
        {
            await SendNow(http, selected);
        }
    }

    private Task Stream(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            WriteRouteHeaders(http);
            WriteRequestHeaders(http);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private async Task WriteAndSend(HttpContext http, RequestDelegate next)
    {
        var client = http.Response.Body;
        using var body = new MemoryStream();
        http.Response.Body = body;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = client;
        }

        var written = body.GetBuffer().AsMemory(0, (int)body.Length);
        var selected = http.Features.Get<SelectedResponse>()
            ?? Select(http, new RenderedResponse(http.Response, written, version: 0, budget: null, clock));
        await Send(http, selected);
    }

    /// <summary>Writes the status and all headers.</summary>
    private void WriteHeaders(HttpContext http, SelectedResponse selected)
    {
        var (to, response, variant) = (http.Response, selected.Response, selected.Variant);
        var headers = to.Headers;
        if (!response.WriteTo(to))
        {
            WriteRouteHeaders(http);
            response.Complete(to);
        }

        WriteRequestHeaders(http);
        headers.Age = selected.Age is { } age ? ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;
        headers.ETag = response.HasValidator ? variant.Tag.Tag.Value : null;
        if (selected.IsUnchanged)
        {
            (to.StatusCode, to.ContentType) = (StatusCodes.Status304NotModified, null);
        }
        else if (response.Status != StatusCodes.Status204NoContent)
        {
            headers.ContentEncoding = variant.Encoding;
            headers.ContentLength = variant.Bytes.Length;
        }
    }

    /// <summary>The headers that depend on the route and the response only.</summary>
    private void WriteRouteHeaders(HttpContext http)
    {
        SecurityHeaders.Write(http);
        cors.Write(http);
    }

    private void WriteRequestHeaders(HttpContext http)
    {
        http.Features.Get<RateLimitState>()?.Write(http.Response);
        if (shutdown.HasBegun)
        {
            http.Response.Headers.Connection = "close";
        }
    }
}
