using System.Diagnostics;

namespace FreedomCities.Api.Tests.Delivery.Changes;

/// <summary>What an older transaction holds back comes when it has ended; who waits has it at once.</summary>
public sealed class WaitingTests(FeedCluster cluster) : Service(cluster)
{
    [Fact]
    public async Task Wait_EndsWithTheNextChange()
    {
        var cursor = await this.Cursor();
        var waiting = Enumerable.Range(0, 20).Select(_ => this.Lines(cursor, "&wait=30")).ToArray();
        await Json("/v1/faqs");
        var clock = Stopwatch.StartNew();

        await Given.Faq("entry");

        Assert.All(await Task.WhenAll(waiting), lines => Assert.Equal(["upsert faq/entry en 1 major"], lines));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Wait_EndsEmptyAfterItsTime()
    {
        await Given.Faq("entry");
        var cursor = await this.Cursor();
        var clock = Stopwatch.StartNew();

        Assert.Empty(await this.Lines(cursor, "&wait=1"));

        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.99), TimeSpan.FromSeconds(15));
        Assert.Equal(cursor, await this.Cursor());
    }

    [Fact]
    public async Task Wait_GoesOnWhenWhatChangedIsFilteredAway()
    {
        var cursor = await this.Cursor();
        var waiting = this.Lines(cursor, "&wait=30&types=topic");

        await Given.Faq("entry");
        await Given.Topic("topic");

        Assert.Equal(["upsert topic/topic en 1 major"], await waiting);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ChangeBehindAnOlderTransaction_IsHeldBackUntilItEnds(bool commits)
    {
        await Given.Faq("renamed");
        var cursor = await this.Cursor();
        await using var older = await this.OpenTransaction();

        await Given.Faq("later");

        Assert.Empty(await this.LinesNow(cursor));
        Assert.Empty(await this.LinesNow(cursor, "&wait=1"));
        var waiting = this.LinesNow(cursor, "&wait=30");
        await (commits ? older.CommitAsync() : older.RollbackAsync());
        Assert.Equal(["upsert faq/later en 1 major"], await waiting);
    }

    [Fact]
    public async Task TransactionThatBeganFirst_IsListedFirstThoughItCommitsLast()
    {
        await Given.Faq("first-name");
        await Given.Faq("other");
        var cursor = await this.Cursor();
        await using var older = await this.OpenTransaction();
        await Given.Renamed("faq", "other", "other-name");
        await using var rename = new Npgsql.NpgsqlCommand("update record set slug = 'second-name' where slug = 'first-name'", older.Connection, older);
        await using var given = new Npgsql.NpgsqlCommand("insert into slug_history select type, 'second-name', record_id, now() from slug_history where slug = 'first-name'", older.Connection, older);
        await given.ExecuteNonQueryAsync();
        await rename.ExecuteNonQueryAsync();
        Assert.Empty(await this.LinesNow(cursor));

        await older.CommitAsync();

        Assert.Equal(["second-name", "other-name"], (await this.Changes(cursor)).Items.Select(c => c.Text("slug")));
    }
}
