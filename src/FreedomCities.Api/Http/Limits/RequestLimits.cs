using System.Net;
using System.Net.Sockets;
using System.Text;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Telemetry.Metrics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// The limits for the size of a request. Kestrel takes a longer URL than allowed, so that the response can be a problem document.
/// </summary>
internal static class RequestLimits
{
    public const int MaxTargetBytes = 8 * 1024;
    private const int MaxBodyBytes = 1024 * 1024;

    // How much a client may send before the service reads it: as much as the headers of a request.
    private const int InputBufferBytes = 32 * 1024;

    public static void Configure(KestrelServerOptions kestrel, ServiceSettings settings)
    {
        kestrel.AddServerHeader = false;
        // Latin-1 accepts every byte, so that a header without meaning here can't fail a request. Content-Length keeps the default
        // decoding, which also bounds its value.
        kestrel.RequestHeaderEncodingSelector = name => name == HeaderNames.ContentLength ? null : Encoding.Latin1;
        kestrel.Limits.MaxConcurrentConnections = settings.ConcurrentConnections;
        var metrics = kestrel.ApplicationServices.GetRequiredService<ServiceMetrics>();
        var connections = new ConnectionLimits(settings, metrics); // one limit for all endpoints together
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(connections.Apply));
        kestrel.Limits.MaxRequestLineSize = 16 * 1024;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.MaxRequestBufferSize = InputBufferBytes;
        kestrel.Limits.MaxResponseBufferSize = ResponseSender.PieceBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10); // bodies and responses: see RequestTimeout
    }

    public static void Configure(SocketTransportOptions sockets)
    {
        sockets.MaxReadBufferSize = InputBufferBytes;
        sockets.MaxWriteBufferSize = ResponseSender.PieceBytes;
        sockets.CreateBoundListenSocket = Listen;
    }

    // Otherwise the kernel buffers megabytes of a response that its client doesn't read. Accepted sockets inherit the option.
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

    public static bool IsTooLong(HttpContext http) =>
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > MaxTargetBytes;

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        if (IsTooLong(http))
        {
            http.Response.StatusCode = StatusCodes.Status414UriTooLong;
            return Task.CompletedTask;
        }

        // No route has a control character, and Location can't hold one.
        if (http.Request.Path.Value!.Any(char.IsControl))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }
}
