using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Tests.Database.Reads;

/// <summary>Statements are prepared only where they persist across transactions.</summary>
public sealed class PreparedStatementSupportTests(TestCluster cluster)
{
    [Theory]
    [InlineData("transaction", false)]
    [InlineData("session", true)]
    public async Task BehindAPooler_AProbeFindsOut(string mode, bool isSupported)
    {
        await using var server = await cluster.Clone(TestCluster.Migrated);
        await using var pooler = await PgBouncer.Start(cluster, mode);
        await using var pooled = pooler.Through(server);
        var host = new NpgsqlConnectionStringBuilder(pooled.App).Host!;

        for (var trial = 0; trial < 3; trial++) // a statement that the first has left in a session must not count
        {
            Assert.Equal(
                isSupported,
                await new PreparedStatementSupport(pooled).ProbePooler(host, 5432, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task StatementPreparedOnTheServer_IsNotTrustedBehindAPooler()
    {
        await using var server = await cluster.Clone(TestCluster.Migrated);
        await using var database = server.Connect();
        await using var connection = await database.OpenConnectionAsync();
        var statements = new PreparedStatementSupport(server);
        statements.ObserveBackend(connection, connection.ProcessID, isPrepared: false);
        Assert.True(statements.IsSupported(connection));

        Assert.Throws<PreparedStatementLostException>(
            () => statements.ObserveBackend(connection, connection.ProcessID + 1, isPrepared: true));
        Assert.False(statements.IsSupported(connection));
    }
}
