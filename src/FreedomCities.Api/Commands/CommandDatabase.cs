using System.CommandLine;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Commands;

/// <summary>The database that a command works on.</summary>
internal static class CommandDatabase
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the embedded database. Default: in the user's data directory."
            + " Ignored if ConnectionStrings__FreedomCities is set.",
        Recursive = true,
    };

    public static ServiceSettings ReadSettings(ParseResult parsed) =>
        ServiceSettings.Read(Program.Builder(parsed.GetValue(Data) is { } data ? ["--data", data] : []).Configuration);

    public static Task<DatabaseServer> Open(ParseResult parsed, CancellationToken ct) =>
        DatabaseServer.Open(ReadSettings(parsed), parsed.InvocationConfiguration.Error, ct);

    /// <returns>The exit code.</returns>
    public static Task<int> Use(ParseResult parsed, Func<NpgsqlDataSource, Task> act, CancellationToken ct) =>
        Use(parsed, server => server.Connect(), act, ct);

    /// <summary>Connects only as the owner role: in Compose, the password of the app role isn't set beside it.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> UseAsOwner(ParseResult parsed, Func<NpgsqlDataSource, Task> act, CancellationToken ct) =>
        Use(parsed, server => server.ConnectAsOwner(), act, ct);

    private static async Task<int> Use(
        ParseResult parsed, Func<DatabaseServer, NpgsqlDataSource> connect, Func<NpgsqlDataSource, Task> act, CancellationToken ct)
    {
        await using var server = await Open(parsed, ct);
        await using var database = connect(server);
        await Bootstrap.Prepare(server, database, ct);
        if (!await HealthQueries.IsMigrated(database, ct))
        {
            throw new ConfigurationException("The database lacks migrations of this version. Run the command migrate first.");
        }

        await act(database);
        return 0;
    }
}
