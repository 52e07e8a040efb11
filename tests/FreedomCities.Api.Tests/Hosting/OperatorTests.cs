using System.Text.Json;
using Npgsql;

namespace FreedomCities.Api.Tests.Hosting;

/// <summary>What an operator's evening leaves in the log: a line for each change of the database's state, and no password.</summary>
public sealed class OperatorTests(TestCluster cluster)
{
    private const string App = "ConnectionStrings__FreedomCities";

    [Fact]
    public async Task DatabaseThatRefusesAndComesAndGoes_IsALineEachTime()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);
        var database = new NpgsqlConnectionStringBuilder(server.App) { Password = "hush" };
        await Allow(database, isAllowed: false);
        await using var program = ProgramProcess.Serve(null, (App, database.ConnectionString));
        using var http = await program.Http();
        var name = $"database {database.Host}:5432/{database.Database} as freedomcities_app: ";

        await Logs(program, [$"{name}permission denied for database \"{database.Database}\""]);
        await Allow(database, isAllowed: true);
        await Logs(program, ["connected"]);
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "ready");
        await cluster.Superuser("postgres", $"alter database {database.Database} allow_connections false");
        await cluster.Superuser("postgres", $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{database.Database}'");
        await Logs(program, ["is not currently accepting connections"]);
        await cluster.Superuser("postgres", $"alter database {database.Database} allow_connections true");
        await Logs(program, ["connected", "connected"]);

        await program.Stop();
        Assert.All(Lines(program), line => Assert.StartsWith(name, line, StringComparison.Ordinal));
        Assert.Equal(4, Lines(program).Length);
        Assert.DoesNotContain("hush", program.Output + program.Errors, StringComparison.Ordinal);
    }

    private Task Allow(NpgsqlConnectionStringBuilder database, bool isAllowed) => cluster.Superuser(
        "postgres", isAllowed ? $"grant connect on database {database.Database} to freedomcities_app" : $"revoke connect on database {database.Database} from freedomcities_app");

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

    private static string[] Lines(ProgramProcess program) =>
    [
        .. program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Contains("DatabaseHealth", StringComparison.Ordinal))
            .Select(line => JsonElement.Parse(line).GetProperty("message").GetString()!),
    ];
}
