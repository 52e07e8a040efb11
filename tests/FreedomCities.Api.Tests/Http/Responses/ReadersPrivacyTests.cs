using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using FreedomCities.Api.Tests.Telemetry;

namespace FreedomCities.Api.Tests.Http.Responses;

/// <summary>
/// What a reader sends is in no log, no telemetry and no table: markers in the method, the path, the query, the headers and the body of
/// every
/// route that there is, from an address that is one, while the database answers and while it doesn't; then looked for.
/// </summary>
public sealed partial class ReadersPrivacyTests(SeededService service) : IClassFixture<SeededService>
{
    // A word, a slug and a language: not all that hold it are refused.
    private const string Marker = "zqmarker";

    private const string TablesSql = """
        select format('%I.%I', schemaname, tablename)
        from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')
        """;

    private const string MarkerInHex = "7a716d61726b6572";

    private static readonly IPAddress Address = IPAddress.Parse("127.66.66.66");

    // More decimals than a time or a duration in a log has.
    private const string Latitude = "31.691234567";

    private static readonly string[] Sent = [Marker, MarkerInHex, $"{Address}", "79936-1234", Latitude, "-106.3333"];

    private static readonly (string Query, string Body)[] Places =
    [
        ("postalCode=79936-1234", """{"postalCode":"79936-1234"}"""),
        ($"lat={Latitude}&lon=-106.3333", $$"""{"lat":{{Latitude}},"lon":-106.3333}"""),
    ];

    private static readonly string[] Headers =
    [
        "Host", "User-Agent", "Referer", "Origin", "Cookie", "From", "Accept", "Accept-Language", "Authorization", "If-None-Match",
        "Forwarded", "X-Forwarded-For",
        "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "X-Request-ID", "Request-Id", "Correlation-Context", "X-" + Marker,
    ];

    // All that there is to tell.
    private static readonly (string, string)[] Verbose =
    [
        ("Logging__LogLevel__Default", "Debug"),
        ("Logging__LogLevel__Microsoft.AspNetCore", "Debug"),
        ("Logging__LogLevel__Npgsql", "Debug"),
    ];

    [Fact]
    public async Task WhatReadersSend_IsInNoLogNoTelemetryAndNoTable()
    {
        var log = new FileInfo(service.Cluster.LogFile).Length;
        await using var collector = await OtlpReceiver.Start();
        var written = await Told(service.Server.App, collector, SendToEveryRoute, SendEveryParameter, SendPlaces, SendOddities)
            + await Told("Host=/nowhere;Username=freedomcities_app;Database=nothing", collector, SendToEveryRoute, SendPlaces);

        Assert.All(service.Endpoints, e => Assert.Contains(e.RoutePattern.RawText!.Trim('/'), collector.Traces, StringComparison.Ordinal));
        Assert.Contains("System.Net.Sockets.SocketException", collector.Traces, StringComparison.Ordinal);
        Assert.All(
            ["/v1/faqs/{slug}", "http.server.request.duration", "db.client.operation.duration", "dotnet.gc.collections"],
            name => Assert.Contains(name, collector.Metrics, StringComparison.Ordinal));
        Assert.All(
            ["/v1/faqs/{slug}: the database failed", "Microsoft.AspNetCore.Routing"],
            name => Assert.Contains(name, collector.Logs, StringComparison.Ordinal));
        written += service.Cluster.Logged(log) + collector.Traces + collector.Metrics + collector.Logs;
        Assert.All(Sent, sent => Assert.DoesNotContain(sent, written, StringComparison.OrdinalIgnoreCase));
        await using var connection = await service.Database.OpenConnectionAsync();
        foreach (var table in await connection.QueryAsync<string>(TablesSql))
        {
            Assert.Equal(
                0,
                await connection.ExecuteScalarAsync<long>(
                    $"select count(*) from {table} t where exists (select from unnest(@Sent) s where position(s in lower(t::text)) > 0)",
                    new { Sent }));
        }
    }

    [Fact]
    public async Task Answers_SetNoCookie()
    {
        foreach (var route in Routes.All.Select(r => r.Data))
        {
            using var answer = await service.Get(route, HttpStatusCode.OK, ("Cookie", "a=b"));
            Assert.False(answer.Headers.Contains("Set-Cookie"), route);
        }
    }

    /// <summary>Serves readers from a database, and ends: what it wrote.</summary>
    private static async Task<string> Told(string database, OtlpReceiver collector, params Func<HttpClient, Task>[] readers)
    {
        await using var program = ProgramProcess.Serve(
            data: null,
            [("ConnectionStrings__FreedomCities", database), .. Verbose, .. collector.Settings]);
        using var client = await program.Http();
        using var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = FromAddress }) { BaseAddress = client.BaseAddress };
        foreach (var send in readers)
        {
            await send(http);
        }

        await program.Stop();
        return program.Output + program.Errors;
    }

    private static async Task SendOddities(HttpClient http)
    {
        foreach (var odd in new[]
        {
            $"/{Marker}/{new string('x', 9000)}",
            $"/embed/fc-faq.{Marker}.js",
            $"/oembed?url=http://localhost:5000/embed/faqs%3Ftopic={Marker}",
            $"/v1/search?q={Marker}%00",
            $"/v1/search?q={Marker}{new string('x', 200)}",
        })
        {
            await Send(http, HttpMethod.Get, odd);
        }

        foreach (var search in new[] { "/embed/faqs?topic=freedom-cities&search=true", $"/embed/faqs?topic={Marker}", "/embed/faqs" })
        {
            await Send(http, HttpMethod.Post, search, $"q={Marker}+office", "application/x-www-form-urlencoded");
        }

        foreach (var broken in new[]
        {
            $"GET /{Marker}%00 HTTP/1.1",
            $"{Marker} {Marker}",
            $"GET {Marker}://{Marker}/v1/faqs HTTP/1.1",
            $"GET /v1 HTTP/1.1\r\n{Marker}",
        })
        {
            await SendRaw(http.BaseAddress!, broken);
        }
    }

    private static async Task SendPlaces(HttpClient http)
    {
        foreach (var (query, body) in Places)
        {
            await Send(http, HttpMethod.Get, "/v1/contacts/locate?" + query);
            await Send(http, HttpMethod.Get, $"/v1/contacts/locate?{query}&{Marker}=1");
            await Send(http, HttpMethod.Post, "/v1/contacts/locate", body);
            await Send(http, HttpMethod.Post, "/v1/contacts/locate", body.Replace("}", $",\"{Marker}\":1}}", StringComparison.Ordinal));
        }
    }

    /// <summary>Each parameter that a route has, and one that none has, to each address.</summary>
    private async Task SendEveryParameter(HttpClient http)
    {
        var parameters = (await Operations()).EnumerateObject().ToDictionary(
            p => Parameter().Replace(p.Name, Marker),
            Names,
            StringComparer.Ordinal);
        Assert.Contains("updatedSince", parameters["/v1/faqs"]);
        foreach (var (path, parameter) in from path in Paths()
                                          from name in parameters.GetValueOrDefault(path, [])
            .Append(Marker)
                                          select (path, name))
        {
            await Send(http, HttpMethod.Get, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}={Marker}");
        }

        static string[] Names(JsonProperty path) =>
        [
            .. path.Value.EnumerateObject()
                .SelectMany(o => o.Value.TryGetProperty("parameters", out var own) ? own.EnumerateArray().Select(p => p.Text("name")) : [])
                .Distinct(),
        ];
    }

    /// <summary>Each method, and each word of a body in turn.</summary>
    private async Task SendToEveryRoute(HttpClient http)
    {
        Assert.Contains($"/v1/contacts/{Marker}.vcf", Paths());
        foreach (var path in Paths())
        {
            await Send(http, HttpMethod.Get, path);
            await Send(http, HttpMethod.Delete, path);
            await Send(http, new HttpMethod(Marker.ToUpperInvariant()), path);
        }

        foreach (var (path, methods) in (await Operations()).EnumerateObject()
            .Select(p => (p.Name, p.Value))
            .Where(p => p.Value.TryGetProperty("post", out _)))
        {
            var body = methods.GetProperty("post")
                .GetProperty("requestBody")
                .GetProperty("content")
                .GetProperty("application/json")
                .GetProperty("example")
                .GetRawText();
            var bodies = Words().Matches(body)
                .Select(m => string.Concat(body.AsSpan(0, m.Index), $"\"{Marker}\"", body.AsSpan(m.Index + m.Length)));
            foreach (var given in bodies.Concat(
            [
                body,
                Marker,
                $"\"{Marker}\"",
                $$"""{"{{Marker}}":1}""",
                $$"""[{"{{Marker}}":1}]""",
                $$"""{"q":"{{Marker}}\u0000"}""",
            ]))
            {
                await Send(http, HttpMethod.Post, path, given);
                await Send(http, HttpMethod.Post, $"{path}?{Marker}", given);
                await Send(http, HttpMethod.Post, path, given, "text/" + Marker);
            }
        }
    }

    private async Task<JsonElement> Operations() => (await service.Json("/openapi/public.v1.json")).GetProperty("paths");

    private string[] Paths() =>
        [.. service.Endpoints.Select(e => "/" + Parameter().Replace(e.RoutePattern.RawText!, Marker).Trim('/'))
            .Concat(Routes.All.Select(r => r.Data))
            .Distinct()];

    private static async Task Send(HttpClient http, HttpMethod method, string path, string? body = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
        foreach (var name in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, Marker);
        }

        request.Headers.Add("traceparent", $"00-{MarkerInHex}{MarkerInHex}-{MarkerInHex}-01");
        request.Headers.Add("tracestate", $"{Marker}={Marker}");
        request.Headers.Add("baggage", $"{Marker}={Marker}");
        using var answer = await http.SendAsync(request);
        Assert.True((int)answer.StatusCode is (>= 200 and < 500) or 501 or 503, $"{method} {path}: {answer.StatusCode}");
    }

    private static async Task SendRaw(Uri address, string head)
    {
        using var stream = await Connect(new DnsEndPoint(address.Host, address.Port));
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}\r\nHost: {Marker}\r\nConnection: close\r\n\r\n"));
        await stream.CopyToAsync(Stream.Null);
    }

    private static async ValueTask<Stream> FromAddress(SocketsHttpConnectionContext context, CancellationToken ct) =>
        await Connect(context.DnsEndPoint);

    private static async Task<NetworkStream> Connect(DnsEndPoint server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(Address, 0));
        await socket.ConnectAsync(IPAddress.Parse(server.Host), server.Port);
        return new NetworkStream(socket, ownsSocket: true);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"""[^""]*""")]
    private static partial Regex Words();
}
