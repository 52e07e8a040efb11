using System.Text.Json;
using Npgsql;

namespace FreedomCities.Api.Tests.Hosting;

/// <summary>What an operator's evening leaves in the log and the metrics: each change of the database's state, and no password.</summary>
public sealed class OperatorTests(TestCluster cluster)
{
    private const string App = "ConnectionStrings__FreedomCities";

    [Fact]
    public async Task DatabaseThatRefusesAndComesAndGoes_IsALineEachTime()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);
        var database = new NpgsqlConnectionStringBuilder(server.App) { Password = "hush" };
        await DemandPassword(database.Database!, "right");
        await using var program = ProgramProcess.Serve(null, (App, database.ConnectionString), ("MetricsPort", "0"));
        using var http = await program.Http();
        var name = $"database {database.Host}:5432/{database.Database} as freedomcities_app: ";

        await Logs(program, [$"{name}password authentication failed for user \"freedomcities_app\""]);
        await Measures(program, isUp: false);
        await cluster.Superuser("postgres", "alter role freedomcities_app password 'hush'");
        await Logs(program, ["connected"]);
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "ready");
        await Measures(program, isUp: true);
        await cluster.Superuser("postgres", $"alter database {database.Database} allow_connections false");
        await cluster.Superuser(
            "postgres",
            $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{database.Database}'");
        await Logs(program, ["is not currently accepting connections"]);
        await Measures(program, isUp: false);
        await cluster.Superuser("postgres", $"alter database {database.Database} allow_connections true");
        await Logs(program, ["connected", "connected"]);
        await Measures(program, isUp: true);

        await program.Stop();
        Assert.All(Lines(program), line => Assert.StartsWith(name, line, StringComparison.Ordinal));
        Assert.Equal(4, Lines(program).Length);
        Assert.DoesNotContain("hush", program.Output + program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AppRoleThatCannotLogIn_IsALineAndInReadiness()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);
        var app = new NpgsqlConnectionStringBuilder(server.App) { Password = "hush" };
        var reader = new NpgsqlConnectionStringBuilder(server.App) { Username = "freedomcities_reader" };
        await DemandPassword(app.Database!, "right");
        await using var program = ProgramProcess.Serve(
            null, (App, app.ConnectionString), ("ConnectionStrings__FreedomCitiesReader", reader.ConnectionString), ("MetricsPort", "0"));
        using var http = await program.Http();

        await Logs(program, ["as freedomcities_app: password authentication failed for user \"freedomcities_app\""]);
        await Measures(program, isUp: false);
        using (var ready = await http.GetAsync("/health/ready"))
        {
            Assert.Contains("The app role can't use the database", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        for (var i = 0; i < 20; i++)
        {
            using var refused = await http.GetAsync($"/v1/faqs?limit={i + 1}");
        }

        await cluster.Superuser("postgres", "alter role freedomcities_app password 'hush'");
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "ready");
        await Measures(program, isUp: true);
        await program.Stop();
        string[] states =
        [
            "freedomcities_app: connected",
            "freedomcities_app: password authentication failed for user \"freedomcities_app\"",
            "freedomcities_reader: connected",
        ];
        Assert.Equal(states, Lines(program).Select(line => line.Split(" as ")[1]).Order(StringComparer.Ordinal));
        Assert.InRange(Warnings(program).Length, 1, 2); // the second is of the first read that failed
    }

    [Theory]
    [InlineData("Database=nowhere", "database \"nowhere\" does not exist")]
    [InlineData("Host=127.0.0.1;Port=1", "Connection refused", Explicit = true)]
    [InlineData("", "connected, but migrations of this version are missing: run the command migrate")]
    public async Task WrongDatabase_IsALine(string wrong, string line)
    {
        await using var server = await cluster.Clone("empty");
        await using var program = ProgramProcess.Serve(null, (App, $"{server.App};{wrong}"));

        await Logs(program, [line]);
        await program.Stop();
        Assert.Single(Lines(program));
    }

    // Of this database alone: the others trust whoever reaches the socket.
    private async Task DemandPassword(string database, string password)
    {
        var rules = Path.Combine(Path.GetDirectoryName(cluster.LogFile)!, "postgres", "pg_hba.conf");
        await File.WriteAllTextAsync(rules, $"local {database} freedomcities_app scram-sha-256\n{await File.ReadAllTextAsync(rules)}");
        await cluster.Superuser("postgres", $"alter role freedomcities_app password '{password}'; select pg_reload_conf();");
    }

    /// <summary>Waits for lines with these texts, in this order.</summary>
    private static Task Logs(ProgramProcess program, string[] texts) => Eventually.Is(
        () =>
        {
            var lines = new Queue<string>(Lines(program));
            return Task.FromResult(texts.All(text =>
            {
                while (lines.TryDequeue(out var line))
                {
                    if (line.Contains(text, StringComparison.Ordinal))
                    {
                        return true;
                    }
                }

                return false;
            }));
        },
        () => string.Join('\n', Lines(program)));

    private static Task Measures(ProgramProcess program, bool isUp) => Eventually.Is(
        async () => (await program.Metrics()).Contains($"freedomcities_database_up{{}} {(isUp ? 1 : 0)}", StringComparison.Ordinal),
        $"the metrics say {isUp}");

    private static string[] Lines(ProgramProcess program) =>
    [
        .. Log(program)
            .Where(line => line.Text("category").EndsWith("DatabaseHealth", StringComparison.Ordinal))
            .Select(line => line.Text("message")),
    ];

    private static string[] Warnings(ProgramProcess program) =>
        [.. Log(program).Where(line => line.Text("level") is "warning" or "error").Select(line => line.Text("message"))];

    private static IEnumerable<JsonElement> Log(ProgramProcess program) =>
        program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] == '{').Select(line => JsonElement.Parse(line));
}
