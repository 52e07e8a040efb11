using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Tests.Database.Reads;

/// <summary>Statements are prepared where they survive from one transaction to the next, and nowhere else.</summary>
public sealed class PreparedStatementsTests(TestCluster cluster)
{
    [Theory]
    [InlineData("transaction", false)]
    [InlineData("session", true)]
    public async Task BehindAPooler_ItIsTried(string mode, bool survive)
    {
        await using var server = await cluster.Clone(TestCluster.Migrated);
        await using var pooler = await PgBouncer.Start(cluster, mode);
        await using var pooled = pooler.Through(server);
        var host = new NpgsqlConnectionStringBuilder(pooled.App).Host!;

        for (var trial = 0; trial < 3; trial++) // what the first has left in a session doesn't count
        {
            Assert.Equal(survive, await new PreparedStatements(pooled).SurviveBehind(host, 5432, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task StatementsPreparedForTheServer_AreNotBelievedOfAPooler()
    {
        await using var server = await cluster.Clone(TestCluster.Migrated);
        await using var database = server.Connect();
        await using var connection = await database.OpenConnectionAsync();
        var statements = new PreparedStatements(server);
        statements.Observe(connection, connection.ProcessID, isPrepared: false);
        Assert.True(statements.Survive(connection));

        Assert.Throws<PreparedStatementLostException>(() => statements.Observe(connection, connection.ProcessID + 1, isPrepared: true));
        Assert.False(statements.Survive(connection));
    }
}
