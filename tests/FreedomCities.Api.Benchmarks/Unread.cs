using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What thousands of clients that never read cost the service, and another client that does.</summary>
internal static class Unread
{
    private const int Clients = 2_000;

    private static readonly (string Name, string Path)[] Responses =
        [
            ("Swagger UI's script", "/swagger/swagger-ui-bundle.js"),
            ("the OpenAPI document", "/openapi/public.v1.json"),
            ("a cached list", "/v1/faqs?limit=100"),
        ];

    // Until it disconnects them, the service waits for 8 s.
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task Run(CancellationToken ct)
    {
        await using var database = await ScratchDatabase.Start(ct);
        await using (var superuser = await database.Superuser(ct))
        {
            await Fill.With(
                Enumerable.Range(0, 100).Select(i => new Entry("A section", Invariant($"What is entry {i}?"), new string('x', 2_800))),
                "en",
                superuser,
                ct);
        }

        await using var service = await ServerProcess.Service(database.Server, ct, "--RateLimits:Enabled=true"); // as it ships
        await service.UntilReady(ct);
        foreach (var (name, path) in Responses)
        {
            var length = (await service.Read(path, "identity", ct)).Length;
            Console.WriteLine(Invariant($"{name}, {length / 1e6:0.00} MB, {Clients:N0} clients that never read"));
            await Measure(service, path, "of as many networks", i => new IPAddress([127, 1, (byte)(i >> 8), (byte)i]), ct);
            await Measure(service, path, "of one network", _ => new IPAddress([127, 8, 8, 8]), ct);
        }
    }

    private static async Task Measure(
        ServerProcess service,
        string path,
        string networks,
        Func<int, IPAddress> address,
        CancellationToken ct)
    {
        using var reader = Reader(service.Address);
        _ = await Latencies(reader, TimeSpan.FromSeconds(2), ct); // warm
        var idle = await Latencies(reader, Hold, ct);
        var before = await service.Memory(ct);
        _ = await service.PeakMemory(ct);
        var clients = new List<Socket>();
        for (var i = 0; i < Clients; i++)
        {
            clients.Add(await Request(service.Address, path, address(i), ct));
        }

        var meanwhile = await Latencies(reader, Hold, ct);
        Console.WriteLine(Invariant(
            $"  {networks,-19}: {before:0} MiB idle, at most {await service.PeakMemory(
                ct) - before:+0;-0;0} MiB; another client's p99 {P99(idle):0.0} ms idle, {P99(meanwhile):0.0} ms meanwhile"));
        clients.ForEach(c => c.Dispose());
    }

    private static async Task<Socket> Request(Uri service, string path, IPAddress from, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(IPAddress.Loopback, service.Port, ct);
        await socket.SendAsync(Encoding.ASCII.GetBytes(Invariant($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")), ct);
        return socket;
    }

    private static HttpClient Reader(Uri service) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(new IPAddress([127, 9, 9, 9]), 0));
            await socket.ConnectAsync(IPAddress.Loopback, service.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = service };

    private static async Task<double[]> Latencies(HttpClient reader, TimeSpan time, CancellationToken ct)
    {
        var latencies = new List<double>();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time; await Task.Delay(Pause, ct))
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await reader.GetAsync(
                new Uri("/v1/faqs?limit=" + (1 + (latencies.Count % 5)).ToString(CultureInfo.InvariantCulture), UriKind.Relative),
                ct);
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable))
            {
                throw new HttpRequestException(Invariant($"Another client got {(int)response.StatusCode}."));
            }
        }

        return [.. latencies.Order()];
    }

    private static double P99(double[] ordered) => ordered[ordered.Length * 99 / 100];
}
