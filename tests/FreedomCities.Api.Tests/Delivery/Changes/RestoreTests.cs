using System.Diagnostics;
using System.Net;
using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Tests.Delivery.Changes;

/// <summary>After a restore the feed begins anew, and who followed it before is told.</summary>
public sealed class RestoreTests(FeedCluster cluster) : Service(cluster), IAsyncDisposable
{
    private readonly string _dump = Path.GetTempFileName();

    // false: as on managed servers, which hide their identifier and timeline.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RestoredDatabase_HasAFeedOfItsOwn(bool tells)
    {
        await Tells(tells);
        await Given.Faq("entry");
        await Given.Topic("topic");
        await this.Withdraw("topic");
        var cursor = await this.Cursor();
        await Run("pg_dump", "-Fc", "-f", _dump, DatabaseName);
        await using var restored = new Restored(this, _dump);
        await restored.InitializeAsync();

        await restored.Problem($"/v1/changes?since={cursor}", HttpStatusCode.Gone, "resync-required");
        await restored.Holds("upsert topic/of-an-import-before-the-service-ran en 1 major", "upsert faq/entry en 1 major");
        Assert.Empty(await this.Lines(cursor));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DatabaseThatIsRestoredInItsPlace_HasLostTheOldCursors(bool tells)
    {
        await Tells(tells);
        await Given.Faq("entry");
        await Run("pg_dump", "-Fc", "-f", _dump, DatabaseName);
        await Given.Faq("lost");
        var cursor = await this.Cursor();

        await Run("pg_restore", "--clean", "--if-exists", "-d", DatabaseName, _dump);
        await Cluster.Superuser(DatabaseName, "notify content");

        await Problem($"/v1/changes?since={cursor}", HttpStatusCode.Gone, "resync-required");
        await this.Holds("upsert faq/entry en 1 major");
    }

    [Fact]
    public async Task ChangeThatIsLost_HasLostItsCursor()
    {
        await Given.Faq("entry");
        await Given.Faq("lost"); // as with a primary whose standby was promoted before it had this
        var cursor = await this.Cursor();

        await Cluster.Superuser(DatabaseName, "delete from change where slug = 'lost'");

        await Problem($"/v1/changes?since={cursor}", HttpStatusCode.Gone, "resync-required");
    }

    /// <summary>
    /// A function of the database's origin changes with each restore: also when all that a restore could repeat is the same.
    /// </summary>
    [Fact]
    public async Task Origin_IsAnotherInEachRestore()
    {
        await Tells(false);
        await Run("pg_dump", "-Fc", "-f", _dump, DatabaseName);
        const string origin = "select id::text from feed_origin";
        var before = await Database.QueryFirst<string>(origin, new { }, CancellationToken.None);

        await Run("pg_restore", "--clean", "--if-exists", "-d", DatabaseName, _dump);

        Assert.NotEqual(before, await Database.QueryFirst<string>(origin, new { }, CancellationToken.None));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        File.Delete(_dump);
    }

    private async Task Tells(bool tells)
    {
        if (!tells)
        {
            await Cluster.Superuser(
                DatabaseName,
                "revoke execute on function pg_control_system(), pg_current_wal_insert_lsn() from public; notify content");
            await this.Settle();
        }
    }

    private async Task Run(string program, params string[] arguments)
    {
        var connection = new NpgsqlConnectionStringBuilder(Server.Owner);
        var binaries = Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin", program)).Where(File.Exists);
        using var process = Process.Start(new ProcessStartInfo(
            binaries.LastOrDefault(program),
            ["-h", connection.Host!, "-U", "postgres", .. arguments])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {errors}");
    }

    /// <summary>A service over a new database with what was dumped.</summary>
    private sealed class Restored(RestoreTests original, string dump) : Service(original.Cluster)
    {
        protected override string Template => TestCluster.Bare;

        protected override async Task Fill()
        {
            await original.Run("pg_restore", "-d", DatabaseName, dump);
            await Given.Topic("of-an-import-before-the-service-ran");
        }
    }
}
