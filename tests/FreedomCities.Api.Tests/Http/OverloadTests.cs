using System.Net;
using Dapper;
using Npgsql;

namespace FreedomCities.Api.Tests.Http;

/// <summary>More than can be answered at once is refused at once.</summary>
public sealed class OverloadTests(TestCluster cluster) : Service(cluster)
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
        await connection.ExecuteAsync("lock table record in access exclusive mode");
        var asked = Enumerable.Range(0, 2 * Places).Select(_ => Send(HttpMethod.Get, "/v1/faqs")).ToArray();
        await ProgramProcess.Until(() => asked.Count(a => a.IsCompleted) == Places, "the others are refused");

        foreach (var refused in asked.Where(a => a.IsCompleted))
        {
            using var answer = await refused;
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5", "*"), (answer.StatusCode, Header(answer, "Retry-After"), Header(answer, "Access-Control-Allow-Origin")));
            Assert.Equal("service-unavailable", (await ReadJson(answer)).GetProperty("code").GetString());
        }

        await Json("/health/live");
        using var changes = await Get("/v1/changes?since=x", HttpStatusCode.BadRequest);
        await transaction.RollbackAsync();
        Assert.Equal(Places, (await Task.WhenAll(asked)).Count(a => a.StatusCode == HttpStatusCode.OK));
        await Json("/v1/faqs");
    }
}
