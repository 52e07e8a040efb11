using Dapper;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Tests.Database;

/// <summary>A server whose schema this program doesn't know: an older one is refused, a newer one is served.</summary>
public sealed class SchemaVersionsTests(TestCluster cluster)
{
    internal const string Older = "20261122100000";
    internal const string Newer = "20990101000000";

    private const string App = "ConnectionStrings__FreedomCities";
    private const string Owner = "ConnectionStrings__FreedomCitiesOwner";

    [Fact]
    public void UnknownVersions_AreOlderOnlyBeforeTheFirstMigration()
    {
        var first = Migrator.Versions[0];
        var between = first[..^1] + "1";

        Assert.Null(SchemaVersions.FindOlder(Migrator.Versions));
        Assert.Null(SchemaVersions.FindNewer(Migrator.Versions));
        Assert.Null(SchemaVersions.FindOlder([]));
        Assert.Equal(Older, SchemaVersions.FindOlder(["20261126150000", Older]));
        Assert.Null(SchemaVersions.FindNewer(["20261126150000", Older]));
        Assert.Null(SchemaVersions.FindOlder([.. Migrator.Versions, between, Newer]));
        Assert.Equal(Newer, SchemaVersions.FindNewer([.. Migrator.Versions, Newer, between]));
        Assert.Equal(between, SchemaVersions.FindNewer([first, between]));
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("seed")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    public async Task OlderSchema_IsRefusedAndNotChanged(params string[] arguments)
    {
        await using var server = await cluster.Clone("empty");
        await using var connection = new NpgsqlConnection(server.Owner);
        await connection.ExecuteAsync(
            $"create table schema_migrations (version text primary key); insert into schema_migrations values ('{Older}')");
        await connection.ExecuteAsync("grant select on schema_migrations to freedomcities_app");

        var errors = await ProgramProcess.Fail(arguments, (App, server.App), (Owner, server.Owner));

        Assert.Equal(
            $"The database has the schema of an older version (migration {Older}), which has no upgrade: " +
            "create another database, run db/roles.sql on it as a superuser, set the connection strings to it, then run the command "
                + "migrate.",
            errors.Trim());
        Assert.Equal([Older], await connection.QueryAsync<string>("select version from schema_migrations"));
        Assert.Equal(
            ["schema_migrations"],
            await connection.QueryAsync<string>("select tablename from pg_tables where schemaname = 'public'"));
    }

    [Fact]
    public async Task NewerSchema_IsServedAndNotChanged()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);
        await using var connection = new NpgsqlConnection(server.Owner);
        await connection.ExecuteAsync($"insert into schema_migrations values ('{Newer}')");

        var migrate = await ProgramProcess.Run(0, ["migrate"], (App, server.App), (Owner, server.Owner));
        await using var service = ProgramProcess.Serve(data: null, (App, server.App));

        Assert.Equal("Nothing to migrate.", migrate.Output.Trim());
        Assert.Equal(5, (await service.Questions()).Length);
        Assert.Equal(
            [.. Migrator.Versions, Newer],
            await connection.QueryAsync<string>("select version from schema_migrations order by version"));
        await service.Stop();
    }
}
