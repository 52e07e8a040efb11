using System.Text.Json;
using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Tests.Support;

/// <summary>Follows the feed of changes as a partner does.</summary>
internal static class ChangeFeedClient
{
    /// <summary>A change as one line: what, which, in which language, and at which revision.</summary>
    public static string Line(this JsonElement change) =>
        $"{change.Text(
            "action")} {change.Text(
                "type")}/{change.Text("slug")} {change.Text("language")} {change.GetProperty("revision")} {change.Text("significance")}";

    /// <summary>The changes after a cursor, and the cursor after them, when no transaction of another test holds any back.</summary>
    /// <param name="query">More parameters, each with its &amp;.</param>
    public static async Task<(JsonElement[] Items, string Cursor)> Changes(this Service service, string? since = null, string query = "")
    {
        await service.Settle();
        return await service.ChangesNow(since, query);
    }

    public static async Task<(JsonElement[] Items, string Cursor)> ChangesNow(this Service service, string? since = null, string query = "")
    {
        var answer = await service.Json($"/v1/changes?limit=1000{(since is null ? "" : "&since=" + since)}{query}");
        Assert.False(answer.GetProperty("more").GetBoolean());
        return ([.. answer.GetProperty("items").EnumerateArray()], answer.Text("cursor"));
    }

    public static async Task<string[]> LinesNow(this Service service, string? since = null, string query = "") =>
        Array.ConvertAll((await service.ChangesNow(since, query)).Items, Line);

    public static async Task<string[]> Lines(this Service service, string? since = null, string query = "") =>
        Array.ConvertAll((await service.Changes(since, query)).Items, Line);

    /// <summary>Where the feed is now.</summary>
    public static async Task<string> Cursor(this Service service) => (await service.Changes()).Cursor;

    /// <summary>Waits until what is committed now is in the feed: transactions in other databases of the server hold it back too.</summary>
    public static async Task Settle(this Service service)
    {
        var last = await service.Database.QueryFirst<string>("select pg_current_xact_id()::text", new { }, CancellationToken.None);
        await Eventually.Is(
            () => service.Database.QueryFirst<bool>(
                "select pg_snapshot_xmin(pg_current_snapshot()) > @last::text::xid8",
                new { last },
                CancellationToken.None),
            "every transaction that was open has ended");
    }

    /// <summary>Waits until the feed's changes are these.</summary>
    public static async Task Holds(this Service service, params string[] lines)
    {
        string[] held = [];
        await Eventually.Is(
            async () => (held = await service.Lines()).SequenceEqual(lines),
            () => $"the feed holds [{string.Join(", ", held)}].");
    }

    /// <summary>A transaction that has an id, and holds back what is committed after it began.</summary>
    public static async Task<NpgsqlTransaction> OpenTransaction(this Service service)
    {
        var connection = await service.Database.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("select pg_current_xact_id()", connection, transaction);
        await command.ExecuteScalarAsync();
        return transaction;
    }
}
