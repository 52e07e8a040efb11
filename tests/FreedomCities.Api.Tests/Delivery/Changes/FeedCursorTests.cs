using System.Net;

namespace FreedomCities.Api.Tests.Delivery.Changes;

/// <summary>A cursor goes on where it was given, or says that it can't.</summary>
public sealed class FeedCursorTests(FeedCluster cluster) : Service(cluster)
{
    [Fact]
    public async Task TamperedCursor_IsRefused()
    {
        await Given.Faq("entry");
        var cursor = await this.Cursor();

        foreach (var tampered in new[]
        {
            cursor[..^1],
            cursor + "A",
            Altered(cursor, 0),
            Altered(cursor, 20),
            "",
            "1",
            new string('A', 5000),
        })
        {
            await Problem($"/v1/changes?since={tampered}", HttpStatusCode.BadRequest, "invalid-cursor");
        }
    }

    [Fact]
    public async Task CursorOfAList_IsRefused()
    {
        await Given.Faq("entry");
        await Given.Faq("another");
        var next = (await Json("/v1/faqs?limit=1")).Text("next");

        await Problem(
            $"/v1/changes?since={next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..].Split('&')[0]}",
            HttpStatusCode.BadRequest,
            "invalid-cursor");
    }

    [Fact]
    public async Task CursorOfAnotherDatabase_NeedsAResync()
    {
        await Given.Faq("entry");
        var cursor = await this.Cursor();
        await using var copy = new CopyOf(this);
        await Cluster.Superuser("postgres", $"alter database {DatabaseName} allow_connections false"); // one that is in use isn't copied
        await Cluster.Superuser(
            "postgres",
            $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{DatabaseName}'");
        await copy.InitializeAsync();
        await Cluster.Superuser(copy.DatabaseName, "update secret set value = sha256('of a database that was never this one')");

        await copy.Problem($"/v1/changes?since={cursor}", HttpStatusCode.Gone, "resync-required");
        Assert.Equal(["upsert faq/entry en 1 major"], await copy.Lines());
    }

    private static string Altered(string cursor, int at) => $"{cursor[..at]}{(cursor[at] == 'A' ? 'B' : 'A')}{cursor[(at + 1)..]}";

    /// <summary>A service over a copy of another's database.</summary>
    private sealed class CopyOf(Service original) : Service(original.Cluster)
    {
        protected override string Template => original.DatabaseName;
    }
}
