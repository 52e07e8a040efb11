using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Tests.OpenApi.Clients;

namespace FreedomCities.Api.Tests.Delivery.Snapshots;

/// <summary>A partner's copy, made from a snapshot and later changes, or only from changes.</summary>
public sealed class ReplicaTests(FeedCluster cluster) : Service(cluster)
{
    private const int Acts = 60;

    private static readonly string[] Starts = ["snapshot", "feed"];

    private static readonly string[] Reasons = ["law-changed", "superseded", "merged", "error"];

    protected override string Template => TestCluster.Seeded;

    [Theory]
    [InlineData(1)]
    [InlineData(2, Explicit = true)]
    [InlineData(3, Explicit = true)]
    public async Task SnapshotWithItsChanges_IsWhatTheFeedAloneGivesAndWhatANewSnapshotHas(int seed)
    {
        var random = new Random(seed);
        var (replica, alone) = (await Replica.OfSnapshot(this), new Replica(this));
        var done = 0;
        for (var n = 0; n < Acts; n++)
        {
            done += await Act(random, n) ? 1 : 0;
            if (random.Next(4) == 0)
            {
                await replica.Sync();
            }
        }

        await this.Settle();
        await replica.Sync();
        await alone.Sync();

        Assert.InRange(done, Acts / 3, Acts);
        var snapshot = (await Replica.OfSnapshot(this)).Texts;
        Assert.Equal(snapshot, replica.Texts);
        Assert.Equal(snapshot, alone.Texts);
        Assert.All(snapshot, t => Assert.Null(JsonNode.Parse(t.Value)!["language"]!["requested"]));
        await EqualsTypeScript(snapshot);
    }

    /// <summary>The same copy by a program in TypeScript, from a snapshot and by the feed alone.</summary>
    private Task EqualsTypeScript(IEnumerable<KeyValuePair<string, string>> texts) => GeneratedClient.InFolder(async folder =>
    {
        var program = Path.Combine(folder, "replica.mts");
        File.Copy(Programs.Beside("Delivery/Snapshots/replica.mts"), program);
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Programs.Beside("node_modules"));
        await Programs.Node(
            "node_modules/typescript/bin/tsc", "", program, "--strict", "--module", "nodenext", "--target", "es2022",
            "--skipLibCheck");
        var expected = new JsonObject(texts.Select(t => KeyValuePair.Create(t.Key, JsonNode.Parse(t.Value))));
        foreach (var start in Starts)
        {
            var copy = await Programs.Node(
                Path.ChangeExtension(program, "mjs"), "", Http.BaseAddress!.GetLeftPart(UriPartial.Authority), start);
            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(copy)), $"The copy in TypeScript from the {start} differs.");
        }
    });

    [Fact]
    public async Task Change_ChangesTheValidator()
    {
        using var before = await Get("/v1/snapshot");
        await Given.Topic("another-topic");
        using var after = await Get("/v1/snapshot", HttpStatusCode.OK, ("If-None-Match", Header(before, "ETag")!));

        Assert.NotEqual(Header(before, "ETag"), Header(after, "ETag"));
    }

    /// <returns>Whether it was done; what makes no sense is refused.</returns>
    private async Task<bool> Act(Random random, int n)
    {
        try
        {
            await (random.Next(8) switch
            {
                0 => this.Import(
                    $"# Library\n\n## May I eat here?\n\nNo, for {random.Next(
                        3)} reasons.\n\n## Who helps me?\n\nSee [the site](https://site.example/{random.Next(3)}).",
                    new ImportOptions
                    {
                        Significance = (Significance)random.Next(2),
                    }),
                1 => this.Import(
                    $"# Biblioteca\n\n## ¿Puedo comer aquí?\n\nNo {random.Next(3)}.\n\n## ¿Quién me ayuda?\n\nAna.",
                    new ImportOptions { Language = "es", Translates = "library" }),
                2 => this.Import("resources.json", Corrected("resources.json", "People Power", $"People's Power {random.Next(3)}")),
                3 => this.Import("contacts.json", Corrected("contacts.json", "main office", $"office {random.Next(3)}")),
                4 => this.Rename(await Any(random), $"renamed-{n}"),
                5 => RenameThereAndBack(await Any(random), $"away-{n}"),
                6 => this.Publish(await Any(random)),
                _ => Withdraw(random, await Any(random)),
            });
            return true;
        }
        catch (Exception e) when (e is LifecycleException or ImportException)
        {
            return false;
        }
    }

    private async Task RenameThereAndBack(string slug, string away)
    {
        await this.Rename(slug, away);
        await this.Rename(away, slug);
    }

    private async Task Withdraw(Random random, string slug) => await this.Withdraw(
        slug, Reasons[random.Next(Reasons.Length)], random.Next(3) == 0 ? await Any(random) : null, random.Next(3) == 0 ? "es" : null);

    private async Task<string> Any(Random random)
    {
        var slugs = await Database.Query<string>("select slug from record order by id", new { }, CancellationToken.None);
        return slugs[random.Next(slugs.Length)];
    }

    private static byte[] Corrected(string file, string from, string to) =>
        Encoding.UTF8.GetBytes(FreedomCities.Api.EmbeddedFiles.Text("seed/" + file).Replace(from, to, StringComparison.Ordinal));
}
