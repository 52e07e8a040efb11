using System.Diagnostics;
using System.Net;

namespace FreedomCities.Api.Tests.Hosting;

/// <summary>How the program begins without a database.</summary>
[Collection<Timed>]
public sealed class LateDatabaseTests(TestCluster cluster)
{
    private const string App = "ConnectionStrings__FreedomCities";

    [Fact]
    public async Task DatabaseThatComesLate_IsServedWithinTwoSeconds()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);
        var folder = Directory.CreateTempSubdirectory("fc-late-");
        var database = new Npgsql.NpgsqlConnectionStringBuilder(server.App);
        var socket = database.Host + "/.s.PGSQL.5432";
        await using var program = ProgramProcess.Serve(
            null,
            (App, new Npgsql.NpgsqlConnectionStringBuilder(server.App) { Host = folder.FullName }.ConnectionString));
        using var http = await program.Http();

        foreach (var path in new[] { "/health/ready", "/v1/faqs", "/v1/search?q=a", "/v1/snapshot" })
        {
            using var answer = await http.GetAsync(path);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (answer.StatusCode, Service.Header(answer, "Retry-After")));
        }

        using var live = await http.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        await Task.Delay(TimeSpan.FromSeconds(2)); // until it asks as seldom as it ever does: after four failures
        File.CreateSymbolicLink(folder.FullName + "/.s.PGSQL.5432", socket);
        var clock = Stopwatch.StartNew();
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "ready");

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal(5, (await program.Questions()).Length);
        await program.Stop();
        folder.Delete(recursive: true);
    }
}
