using System.Net;
using System.Net.Sockets;
using Dapper;
using Npgsql;

namespace FreedomCities.Api.Tests.Http.Limits;

/// <summary>More than can be answered at once is refused at once.</summary>
public sealed class ConcurrencyLimitTests(TestCluster cluster) : Service(cluster)
{
    private const int Places = 3;

    private protected override string[] Settings => [$"--ConcurrentRequests={Places}", "--DeadlineSeconds=20"];

    [Fact]
    public async Task MoreThanThePlaces_AreRefusedAndTheOthersAnswered()
    {
        await Json("/v1/faqs");
        await using var connection = new NpgsqlConnection(Server.Owner);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("lock table served in access exclusive mode");
        var asked = Enumerable.Range(0, 2 * Places).Select(i => Send(HttpMethod.Get, $"/v1/faqs?limit={i + 1}")).ToArray();
        await Eventually.Is(() => asked.Count(a => a.IsCompleted) == Places, "the others are refused");

        foreach (var refused in asked.Where(a => a.IsCompleted))
        {
            using var answer = await refused;
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "5", "*"),
                (answer.StatusCode, Header(answer, "Retry-After"), Header(answer, "Access-Control-Allow-Origin")));
            Assert.Equal("service-unavailable", (await ReadJson(answer)).GetProperty("code").GetString());
        }

        await Json("/health/live");
        using var changes = await Get("/v1/changes?since=x", HttpStatusCode.BadRequest);
        await transaction.RollbackAsync();
        Assert.Equal(Places, (await Task.WhenAll(asked)).Count(a => a.StatusCode == HttpStatusCode.OK));
        await Json("/v1/faqs");
    }

    [Fact]
    public async Task SlowBodies_HoldNoPlace()
    {
        var slow = Enumerable.Range(0, Places).Select(_ => new TcpClient(Http.BaseAddress!.Host, Http.BaseAddress.Port)).ToArray();
        foreach (var client in slow)
        {
            await client.GetStream()
                .WriteAsync(
                    "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n"u8.ToArray());
            Assert.NotEqual(0, await client.GetStream().ReadAsync(new byte[100])); // from now on its body is waited for
        }

        await Json("/v1/faqs");
        Array.ForEach(slow, s => s.Dispose());
    }
}
