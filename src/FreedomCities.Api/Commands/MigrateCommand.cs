using System.CommandLine;
using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Locate.Places;

namespace FreedomCities.Api.Commands;

/// <summary>The command word <c>migrate</c>.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Apply pending migrations, as the owner role (ConnectionStrings__FreedomCitiesOwner).");
        command.SetAction(Migrate);
        return command;
    }

    private static async Task<int> Migrate(ParseResult parsed, CancellationToken ct)
    {
        await using var server = await CommandDatabase.Open(parsed, ct);
        var applied = await Migrator.Migrate(server.Owner, ct);
        await PostalCodes.Load(server.Owner, ct);
        parsed.InvocationConfiguration.Output.WriteLine(
            applied.Length == 0 ? "Nothing to migrate." : $"Migrated: {string.Join(", ", applied)}.");
        return 0;
    }
}
