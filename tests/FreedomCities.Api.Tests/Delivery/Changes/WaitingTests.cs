using System.Diagnostics;
using FreedomCities.Api.Editorial.Publishing.Rendering;
using Npgsql;

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

    /// <summary>Each statement is slow, so that the transaction ends between every two statements of some request.</summary>
    [Fact]
    public async Task OlderTransactionThatEndsWhileRequestsRead_LeavesNoneWaiting()
    {
        var cursor = await this.Cursor();
        await using var owner = NpgsqlDataSource.Create(Server.Owner);
        await using var slow = owner.CreateCommand("""
            alter function feed_epoch() rename to feed_epoch_at_once;
            create function feed_epoch() returns text language sql stable as 'select feed_epoch_at_once() from pg_sleep(0.2)';
            """);
        await slow.ExecuteNonQueryAsync();
        await using var older = await this.OpenTransaction();
        await Given.Faq("entry");
        var waiting = new List<Task<string[]>>();
        for (var i = 0; i < 12; i++)
        {
            waiting.Add(this.LinesNow(cursor, "&wait=30"));
            await Task.Delay(100);
        }

        var clock = Stopwatch.StartNew();
        await older.CommitAsync();

        Assert.All(await Task.WhenAll(waiting), lines => Assert.Equal(["upsert faq/entry en 1 major"], lines));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task TransactionThatBeganFirst_IsListedFirstThoughItCommitsLast()
    {
        await Given.Faq("first-name");
        await Given.Faq("other");
        var cursor = await this.Cursor();
        await using var older = await this.OpenTransaction();
        await Given.Renamed("faq", "other", "other-name");
        await using var rename = new NpgsqlCommand(
            "update record set slug = 'second-name' where slug = 'first-name'",
            older.Connection,
            older);
        await using var given = new NpgsqlCommand(
            "insert into slug_history select type, 'second-name', record_id, now() from slug_history where slug = 'first-name'",
            older.Connection,
            older);
        await given.ExecuteNonQueryAsync();
        await rename.ExecuteNonQueryAsync();
        await new DocumentRenderer(older.Connection!, DateTimeOffset.UtcNow, CancellationToken.None).RenderQueued();
        Assert.Empty(await this.LinesNow(cursor));

        await older.CommitAsync();

        Assert.Equal(["second-name", "other-name"], (await this.Changes(cursor)).Items.Select(c => c.Text("slug")));
    }
}
