using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FreedomCities.Api.Http;

/// <summary>How much of a request is read. Kestrel takes a longer URL than we do, so that the refusal can say what it is.</summary>
internal static class RequestLimits
{
    private const int MaxTargetBytes = 8 * 1024;
    private const int MaxBodyBytes = 1024 * 1024;

    public static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1; // any byte is read; what makes no sense is ignored
        kestrel.Limits.MaxRequestLineSize = 16 * 1024;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10); // bodies and answers: see Deadline
    }

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        if (http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > MaxTargetBytes)
        {
            http.Response.StatusCode = StatusCodes.Status414UriTooLong;
            return Task.CompletedTask;
        }

        // No address has one, and Swagger UI's redirect would fail on copying it into Location.
        if (http.Request.Path.Value!.Any(char.IsControl))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }
}
