using System.Net;
using System.Net.Sockets;
using System.Text;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Telemetry;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Limits;

/// <summary>How much of a request is read. Kestrel takes a longer URL than we do, so that the refusal can say what it is.</summary>
internal static class RequestLimits
{
    private const int MaxTargetBytes = 8 * 1024;
    private const int MaxBodyBytes = 1024 * 1024;

    // Of what a client sends ahead: as much as the headers of a request may have.
    private const int InputBufferBytes = 32 * 1024;

    public static void Configure(KestrelServerOptions kestrel, ServiceSettings settings)
    {
        kestrel.AddServerHeader = false;
        // Any byte is read; what makes no sense is ignored. Kestrel's own decoding is the one that bounds a Content-Length.
        kestrel.RequestHeaderEncodingSelector = name => name == HeaderNames.ContentLength ? null : Encoding.Latin1;
        kestrel.Limits.MaxConcurrentConnections = settings.ConcurrentConnections;
        var connections = new ConnectionLimits(settings, kestrel.ApplicationServices.GetRequiredService<ServiceMetrics>()); // of all endpoints together
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(connections.Apply));
        kestrel.Limits.MaxRequestLineSize = 16 * 1024;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.MaxRequestBufferSize = InputBufferBytes;
        kestrel.Limits.MaxResponseBufferSize = ResponseSender.PieceBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10); // bodies and responses: see Deadline
    }

    public static void Configure(SocketTransportOptions sockets)
    {
        sockets.MaxReadBufferSize = InputBufferBytes;
        sockets.MaxWriteBufferSize = ResponseSender.PieceBytes;
        sockets.CreateBoundListenSocket = Listen;
    }

    // Or the kernel would take megabytes of a response that its client doesn't read; accepted sockets inherit the option.
    private static Socket Listen(EndPoint address)
    {
        const int TcpNotSentLowWatermark = 25; // TCP_NOTSENT_LOWAT of tcp(7)
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
        if (OperatingSystem.IsLinux() && socket.ProtocolType == ProtocolType.Tcp)
        {
            socket.SetRawSocketOption((int)SocketOptionLevel.Tcp, TcpNotSentLowWatermark, BitConverter.GetBytes(ResponseSender.PieceBytes));
        }

        return socket;
    }

    public static bool IsTooLong(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > MaxTargetBytes;

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        if (IsTooLong(http))
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
