using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FreedomCities.Api.Telemetry;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace FreedomCities.Api.Tests.Telemetry;

/// <summary>What an operator sees of the service: logs, traces and metrics. That no reader is in them is in ReadersPrivacyTests.</summary>
public sealed class TelemetryTests(TestCluster cluster)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Route = "/v1/faqs/{slug}";

    private static readonly (string, string) NoDatabase = (
        "ConnectionStrings__FreedomCities",
        "Host=/nowhere;Username=freedomcities_app;Database=nothing");

    [Fact]
    public async Task Production_LogsALineOfJsonAnEvent()
    {
        await using var program = ProgramProcess.Serve(
            null,
            NoDatabase,
            ("Logging__LogLevel__Default", "Debug"),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Debug"));
        await Fail(program);
        await program.Stop();

        var events = Events(program);
        Assert.Contains(events, e => Text(e, "message").StartsWith("Now listening on: http://127.0.0.1:", StringComparison.Ordinal));
        Assert.Contains(
            events,
            e => Text(e, "message").Contains(
                "{ConnectionId}",
                StringComparison.Ordinal) && Text(e, "category").StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.All(events, e => Assert.True(DateTimeOffset.UtcNow - e.GetProperty("time").GetDateTimeOffset() < TimeSpan.FromMinutes(5)));
        Assert.Empty(program.Errors.Trim());
    }

    [Fact]
    public async Task Failure_IsInProblemLogAndExportUnderOneTraceIdAndItsRoute()
    {
        await using var collector = await OtlpReceiver.Start();
        await using var program = ProgramProcess.Serve(null, [NoDatabase, .. collector.Settings]);
        var traceId = await Fail(program);
        await program.Stop();

        var logged = Assert.Single(Events(program), e => e.TryGetProperty("traceId", out var id) && id.GetString() == traceId);
        Assert.Equal($"{Route}: the database failed: NpgsqlException.", Text(logged, "message"));
        Assert.Equal("warning", Text(logged, "level"));
        var bytes = Encoding.Latin1.GetString(Convert.FromHexString(traceId));
        Assert.Contains(bytes, collector.Logs, StringComparison.Ordinal);
        Assert.Contains(bytes, collector.Traces, StringComparison.Ordinal);
        Assert.Contains(Text(logged, "message"), collector.Logs, StringComparison.Ordinal);
        Assert.Contains($"GET {Route}", collector.Traces, StringComparison.Ordinal);
        Assert.All(
            ["FreedomCities.Api", "http.server.request.duration", Route, "kestrel.active_connections", "dotnet.gc.collections"],
            name => Assert.Contains(name, collector.Metrics, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MistakeOfOurs_IsLoggedWithItsStackAndWithoutItsWords()
    {
        var server = await cluster.Clone(TestCluster.Migrated);
        await cluster.Superuser(new NpgsqlConnectionStringBuilder(server.App).Database!, "delete from secret");
        await using var collector = await OtlpReceiver.Start();
        await using var program = ProgramProcess.Serve(null, [("ConnectionStrings__FreedomCities", server.App), .. collector.Settings]);
        await Fail(program, HttpStatusCode.InternalServerError, "/v1/faqs");
        await program.Stop();

        var logged = Assert.Single(Events(program), e => Text(e, "level") == "error");
        Assert.StartsWith("/v1/faqs/: the request failed.", Text(logged, "message"), StringComparison.Ordinal);
        foreach (var written in new[] { Text(logged, "exception"), collector.Logs })
        {
            Assert.Contains("System.InvalidOperationException", written, StringComparison.Ordinal);
            Assert.Contains("at FreedomCities.Api.Http.Requests.Paging.Cursors.Open", written, StringComparison.Ordinal);
            Assert.DoesNotContain("The table secret lacks", written, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Endpoint, "collector:4317")]
    [InlineData(Endpoint, "not an address")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "no-equals-sign")]
    public void SettingThatIsNone_IsNamed(string name, string value)
    {
        var settings = new Dictionary<string, string?> { [Endpoint] = "http://127.0.0.1:4317", [name] = value };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

        var error = Assert.Throws<ConfigurationException>(() => OtlpExport.Create(ServiceSettings.Read(configuration))).Message;

        Assert.Contains(name[..5], error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task SettingThatIsNone_StopsTheStart()
    {
        var errors = await ProgramProcess.Fail(["--urls", "http://127.0.0.1:0"], NoDatabase, (Endpoint, "collector:4317"));

        Assert.Contains(Endpoint, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task CollectorThatIsAway_HoldsUpNothing(string protocol)
    {
        using var hung = new TcpListener(IPAddress.Loopback, 0); // accepts, by the kernel's queue, and never answers
        hung.Start();
        await using var program = ProgramProcess.Serve(
            null,
            NoDatabase,
            (Endpoint, $"http://{hung.LocalEndpoint}"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol),
            ("OTEL_BSP_SCHEDULE_DELAY", "50"));
        await Fail(program);
        using var http = await program.Http();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);

        var stopping = Stopwatch.StartNew();
        await program.Stop();
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task OutsideTrace_IsNotJoined()
    {
        const string Theirs = "0af7651916cd43dd8448eb211c80319c";
        await using var program = ProgramProcess.Serve(null, NoDatabase);

        Assert.NotEqual(Theirs, await Fail(program, traceparent: $"00-{Theirs}-b7ad6b7169203331-01"));
    }

    /// <summary>The trace id of a problem.</summary>
    private static async Task<string> Fail(
        ProgramProcess program, HttpStatusCode expected = HttpStatusCode.ServiceUnavailable, string path = "/v1/faqs/anything",
        string? traceparent = null)
    {
        using var http = await program.Http();
        http.DefaultRequestHeaders.Add("traceparent", traceparent);
        using var answer = await http.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
        var traceId = (await Service.ReadJson(answer)).GetProperty("traceId").GetString()!;
        Assert.Matches("^[0-9a-f]{32}$", traceId);
        return traceId;
    }

    private static JsonElement[] Events(ProgramProcess program) =>
        [.. program.Output.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => JsonElement.Parse(l))];

    private static string Text(JsonElement line, string member) => line.GetProperty(member).GetString()!;
}
