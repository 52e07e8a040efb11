using System.CommandLine;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Editorial.Publishing.Erasure;
using Npgsql;

namespace FreedomCities.Api.Commands;

/// <summary>The command word <c>purge</c>.</summary>
internal static class PurgeCommand
{
    private static readonly Argument<string> Slug = new("slug")
    {
        Description = "Slug of the contact: the current one or an earlier one.",
    };

    public static Command Create()
    {
        var command = new Command(
            "purge",
            "Erase a contact permanently, as the owner role (ConnectionStrings__FreedomCitiesOwner). Only its slug is left, and returns"
                + " 410. Refused while another text shows the contact.")
        {
            Slug,
        };
        command.SetAction((parsed, ct) => CommandDatabase.UseAsOwner(
            parsed, database => Purge(parsed.InvocationConfiguration, database, parsed.GetRequiredValue(Slug), ct), ct));
        return command;
    }

    private static async Task Purge(InvocationConfiguration invocation, NpgsqlDataSource database, string slug, CancellationToken ct)
    {
        await new Lifecycle(database, TimeProvider.System, invocation.Error).Purge(slug, ct);
        await invocation.Output.WriteLineAsync($"Erased: {slug}.");
        await ContactErasure.Vacuum(database, ct);
        await invocation.Output.WriteLineAsync(
            "Vacuumed its tables. Backups and WAL archives still have the contact: let them expire (docs/operating.md).");
    }
}
