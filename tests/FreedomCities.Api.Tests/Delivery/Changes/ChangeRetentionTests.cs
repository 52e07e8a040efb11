using System.Net;

namespace FreedomCities.Api.Tests.Delivery.Changes;

/// <summary>Changes that are too old are removed, and who hasn't had them is told.</summary>
public sealed class ChangeRetentionTests(FeedCluster cluster) : Service(cluster)
{
    [Fact]
    public async Task RemovedChanges_NeedAResyncAndAStartDoesNot()
    {
        await Given.Faq("young");
        await Given.Faq("old");
        await Given.Faq("younger");
        await Age("old", days: 91);
        await Age("younger", days: 89);
        await this.Settle(); // a page may lack what another test's transaction holds back
        var young = await PageAfter(null);
        var (old, younger) = (await PageAfter(young), await this.Cursor());

        await using var restarted = new SecondInstance(this);
        await restarted.InitializeAsync();
        await this.Holds("upsert faq/young en 1 major", "upsert faq/younger en 1 major");

        await Problem($"/v1/changes?since={young}", HttpStatusCode.Gone, "resync-required");
        Assert.Equal(["upsert faq/younger en 1 major"], await this.Lines(old));
        Assert.Empty(await this.Lines(younger));
    }

    [Fact]
    public async Task FeedWithoutAnyChangeLeft_GoesOn()
    {
        await Given.Faq("old");
        await Age("old", days: 91);
        await this.Settle(); // what another test's transaction holds back isn't removed
        await using var restarted = new SecondInstance(this);
        await restarted.InitializeAsync();
        await this.Holds();

        var cursor = await this.Cursor();
        await Given.Faq("new");

        Assert.Equal(["upsert faq/new en 1 major"], await this.Lines(cursor));
    }

    [Fact]
    public async Task ReaderOfWhatDoesNotChange_MissesNothingWhenTheRestIsRemoved()
    {
        await Given.Faq("old");
        var cursor = (await this.Changes(query: "&types=topic")).Cursor;
        await Age("old", days: 91);
        await using var restarted = new SecondInstance(this);
        await restarted.InitializeAsync();
        await this.Holds();
        await Given.Topic("topic");

        Assert.Equal(["upsert topic/topic en 1 major"], await this.Lines(cursor, "&types=topic"));
    }

    private Task Age(string slug, int days) =>
        Cluster.Superuser(DatabaseName, $"update change set logged_at = now() - interval '{days} days' where slug = '{slug}'");

    private async Task<string> PageAfter(string? cursor) =>
        (await Json("/v1/changes?limit=1" + (cursor is null ? "" : "&since=" + cursor))).Text("cursor");
}
