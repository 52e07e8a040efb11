using System.CommandLine;
using FreedomCities.Api.Editorial;
using Npgsql;

namespace FreedomCities.Api.Commands;

/// <summary>The command word <c>seed</c>.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var command = new Command("seed", "Fill an empty database with the Freedom Cities FAQ. A database with content is not changed.");
        command.SetAction((parsed, ct) => CommandDatabase.Use(
            parsed, database => Fill(parsed.InvocationConfiguration.Output, database, ct), ct));
        return command;
    }

    private static async Task Fill(TextWriter output, NpgsqlDataSource database, CancellationToken ct)
    {
        if (await Seed.Fill(database, ct) is { } reports)
        {
            ImportCommand.Print(output, reports);
        }
        else
        {
            output.WriteLine("The database already has content. Nothing was changed. To correct content, import a file.");
        }
    }
}
