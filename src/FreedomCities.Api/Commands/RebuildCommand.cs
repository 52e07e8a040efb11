using System.CommandLine;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Editorial.Publishing.Rendering;
using Npgsql;

namespace FreedomCities.Api.Commands;

/// <summary>The command word <c>rebuild</c>.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var command = new Command(
            "rebuild", "Render all published documents again from the content. Only documents that were wrong are changed.");
        command.SetAction((parsed, ct) => CommandDatabase.Use(
            parsed, database => Rebuild(parsed.InvocationConfiguration, database, ct), ct));
        return command;
    }

    private static async Task Rebuild(InvocationConfiguration invocation, NpgsqlDataSource database, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await new PublishLock(invocation.Error).Acquire(connection, ct);
        var changed = await new DocumentRenderer(connection, TimeProvider.System.GetUtcNow(), ct).RenderAll();
        await transaction.CommitAsync(ct);
        await invocation.Output.WriteLineAsync($"Rendered all documents; {changed} had changed.");
    }
}
