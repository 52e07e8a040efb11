using FreedomCities.Api.Database;

namespace FreedomCities.Api.Tests.Database;

/// <summary>Statements are prepared where they survive from one transaction to the next, and nowhere else.</summary>
public sealed class PreparedStatementsTests(TestCluster cluster)
{
    [Fact]
    public async Task ConnectionToTheServerItself_KeepsThem()
    {
        await using var server = await cluster.Clone(TestCluster.Migrated);

        Assert.True(await Survive(server, tries: false));
    }

    [Theory]
    [InlineData("transaction", false)]
    [InlineData("session", true)]
    public async Task BehindAPooler_ItIsTried(string mode, bool survive)
    {
        await using var server = await cluster.Clone(TestCluster.Migrated);
        await using var pooler = await PgBouncer.Start(cluster, mode);
        await using var pooled = pooler.Through(server);

        Assert.Equal(survive, await Survive(pooled, tries: true));
        Assert.Equal(survive, await Survive(pooled, tries: true)); // what the first trial has left there doesn't count
    }

    [Fact]
    public async Task StatementsPreparedForTheServer_AreNotBelievedOfAPooler()
    {
        await using var server = await cluster.Clone(TestCluster.Migrated);
        await using var database = server.Connect();
        await using var connection = await database.OpenConnectionAsync();
        var statements = new PreparedStatements(server);
        statements.Observe(connection, connection.ProcessID, isPrepared: false);

        Assert.Throws<PreparedStatementLostException>(() => statements.Observe(connection, connection.ProcessID + 1, isPrepared: true));
        Assert.False(statements.Survive(connection));
    }

    private static async Task<bool> Survive(DatabaseServer server, bool tries)
    {
        await using var database = server.Connect();
        await using var connection = await database.OpenConnectionAsync();
        var statements = new PreparedStatements(server);
        await using var command = new Npgsql.NpgsqlCommand("select pg_backend_pid()", connection);
        statements.Observe(connection, (int)(await command.ExecuteScalarAsync())!, isPrepared: false);
        await Eventually.Is(() => !tries || statements.HasTried(connection), "it has been tried");
        return statements.Survive(connection);
    }
}
