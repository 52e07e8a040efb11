using System.Net;
using System.Text.RegularExpressions;
using Npgsql;

namespace FreedomCities.Api.Tests.Telemetry;

/// <summary>
/// GET /metrics on the port of the setting MetricsPort: what Prometheus reads. In a process, because meters are a process's own.
/// </summary>
public sealed partial class MetricsServerTests(TestCluster cluster)
{
    private const string Marker = "zqmarker";

    private const string RenameSql = """
        insert into slug_history (type, slug, record_id, given_at) select type, 'renamed', id, now() from record where slug = 'freedom-cities';
        update record set slug = 'renamed' where slug = 'freedom-cities';
        """;

    [Fact]
    public async Task Metrics_TellOfRequestsCachePoolListenerFeedAndRefusals()
    {
        var server = await cluster.Clone(TestCluster.Seeded);
        await using var program = ProgramProcess.Serve(
            null, ("ConnectionStrings__FreedomCities", server.App), ("MetricsPort", "0"), ("RateLimits__Reads__Requests", "50"));
        using var http = await program.Http();
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "it is ready");
        using (await http.GetAsync($"/v1/faqs/{Marker}"))
        using (await http.GetAsync("/v1/faqs"))
        using (await http.GetAsync("/v1/faqs"))
        {
            await Eventually.Is(
                async () => (await http.GetAsync("/v1/topics")).StatusCode == HttpStatusCode.TooManyRequests,
                "the rate limit refuses");
        }

        var text = await program.Metrics();
        Assert.All(
            [
                "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_response_status_code=\"404\",http_route=\"/v1/faqs/{slug}\"",
                "freedomcities_cache_lookups_total{result=\"hit\"}",
                "freedomcities_cache_lookups_total{result=\"miss\"}",
                "freedomcities_refusals_total{reason=\"rate-limit\"}",
                "db_client_connection_count{",
                "freedomcities_listener_outage_seconds{} 0",
            ],
            line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.DoesNotContain(Marker, text, StringComparison.Ordinal);
        using var ofReaders = await http.GetAsync("/metrics");
        Assert.NotEqual(HttpStatusCode.OK, ofReaders.StatusCode);

        await using (var open = new NpgsqlConnection(server.Owner))
        {
            await open.OpenAsync();
            await using var transaction = await open.BeginTransactionAsync();
            await using (var assign = new NpgsqlCommand("select pg_current_xact_id()", open, transaction))
            {
                await assign.ExecuteScalarAsync();
            }

            await cluster.Superuser(open.Database, RenameSql);
            await Eventually.Is(
                async () => Lag().Match(await program.Metrics()).Value is { Length: > 0 } lag && lag != "0",
                "the feed is held back");
        }

        await Eventually.Is(async () => Lag().Match(await program.Metrics()).Value == "0", "the feed goes on");
        await program.Stop();
    }

    [Theory]
    [InlineData("seventy")]
    [InlineData("-1")]
    [InlineData("70000")]
    public async Task PortThatIsNone_IsRefused(string port) =>
        Assert.Contains(
            "MetricsPort must be a whole number from 0 to 65535",
            await ProgramProcess.Fail(["--MetricsPort", port]),
            StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=^freedomcities_feed_lag_seconds{} )\S+", RegexOptions.Multiline)]
    private static partial Regex Lag();
}
