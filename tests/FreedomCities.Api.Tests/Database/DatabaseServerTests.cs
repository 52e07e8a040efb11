using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace FreedomCities.Api.Tests.Database;

/// <summary>A server of the operator's own, named by connection strings.</summary>
public sealed class DatabaseServerTests(TestCluster cluster)
{
    private const string App = "ConnectionStrings__FreedomCities";
    private const string Listen = "ConnectionStrings__FreedomCitiesListen";
    private const string Owner = "ConnectionStrings__FreedomCitiesOwner";

    [Fact]
    public async Task Given_IsServedAndNoneIsStarted()
    {
        await using var folder = new DataFolder();
        await using var server = await cluster.Clone(TestCluster.Seeded);
        await using var service = ProgramProcess.Serve(
            folder.Path, (App, server.App), ("PGCLIENTENCODING", "SQL_ASCII"), ("PGTARGETSESSIONATTRS", "nonsense"), ("PGTZ", "nonsense"),
            ("PGOPTIONS", "-c nonsense=1"));

        Assert.Equal(5, (await service.Questions()).Length);

        await service.Stop();
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task NotMigrated_IsServedAsNotReadyUntilTheOwnerMigrates()
    {
        await using var server = await cluster.Clone("empty");
        await using var service = ProgramProcess.Serve(data: null, (App, server.App));
        using var http = await service.Http();

        using var unready = await http.GetAsync("/health/ready");
        var problem = JsonElement.Parse(await unready.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unready.StatusCode);
        Assert.Contains("migrate", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        Assert.Contains("Run the command migrate", await ProgramProcess.Fail(["seed"], (App, server.App)), StringComparison.Ordinal);
        Assert.Contains(Owner, await ProgramProcess.Fail(["migrate"], (App, server.App)), StringComparison.Ordinal);

        var migrate = await ProgramProcess.Run(0, ["migrate"], (App, server.App), (Owner, server.Owner));
        Assert.StartsWith("Migrated: ", migrate.Output, StringComparison.Ordinal);
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "ready");

        await ProgramProcess.Run(0, ["seed"], (App, server.App));
        Assert.Equal(5, (await service.Questions()).Length);
        await service.Stop();
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("seed")]
    public async Task Unreachable_IsTold(string command)
    {
        var errors = await ProgramProcess.Fail([command], (App, "Host=127.0.0.1;Port=1;Username=app"));

        Assert.Contains("Failed to connect to 127.0.0.1:1", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(App, "")]
    [InlineData(Owner, "")]
    [InlineData(Listen, " ")]
    public void EmptyConnectionString_StartsNoDatabaseOfItsOwn(string name, string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new(name.Replace("__", ":", StringComparison.Ordinal), value), new("data", "/nowhere")]).Build();

        var refusal = Assert.Throws<ConfigurationException>(() => ServiceSettings.Read(configuration));

        Assert.StartsWith($"{name} is set but empty: ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(App, "postgresql://app:hush@localhost/faq")]
    [InlineData(App, "Database=faq;Password=hush")]
    [InlineData(App, "Host=localhost;Pasword=hush")]
    [InlineData(Owner, "Host=localhost;Password=hush")] // alone
    [InlineData(Listen, "Host=localhost;Password=hush")]
    [InlineData(App, "  ")]
    public async Task NotAConnectionString_IsToldWithoutIt(string name, string value)
    {
        var errors = await ProgramCall.Fail($"--{name.Replace("__", ":", StringComparison.Ordinal)}={value}");

        Assert.Contains(name, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotAConnectionStringInTheEnvironment_IsToldByACommandWithoutIt()
    {
        var errors = await ProgramProcess.Fail(["migrate"], (App, "Host=localhost;Pasword=hush"));

        Assert.Contains(App, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingRoles_AreToldByMigrate()
    {
        await using var server = await cluster.Clone(TestCluster.Bare);

        var errors = await ProgramProcess.Fail(
            ["migrate"],
            (App, server.App),
            (Owner, server.Owner.Replace("freedomcities_owner", "nobody_of_this_name", StringComparison.Ordinal)));

        Assert.Contains("nobody_of_this_name", errors, StringComparison.Ordinal);
        Assert.Contains("db/roles.sql", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreReadersThanTheServerHasConnections_AllReturn()
    {
        await using var server = await cluster.Clone(TestCluster.Migrated);
        await using var database = server.Connect();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Read(database)));

        static async Task Read(NpgsqlDataSource database)
        {
            await using var connection = await database.OpenConnectionAsync();
            await connection.ExecuteAsync("select pg_sleep(0.02)");
        }
    }
}
