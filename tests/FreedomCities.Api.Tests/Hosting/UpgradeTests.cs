using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Hosting;

/// <summary>During an upgrade the version before the newest migration and this one serve beside each other, on either schema.</summary>
public sealed class UpgradeTests(TestCluster cluster) : IDisposable
{
    private const string App = "ConnectionStrings__FreedomCities";
    private const string Slug = "how-do-i-get-more-information";

    private readonly string _folder = Directory.CreateTempSubdirectory("fc-upgrade-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Explicit = true)] // builds that version
    public async Task VersionBeforeTheNewestMigration_ServesBesideThisOne()
    {
        var published = await PublishPrevious();
        await using var server = await cluster.Clone("empty");
        (string, string)[] database = [(App, server.App), ("ConnectionStrings__FreedomCitiesOwner", server.Owner)];
        foreach (var command in new[] { "migrate", "seed" })
        {
            await using var program = ProgramProcess.StartVersion(published, [command], database);
            await program.Ends(0);
        }

        await using var before = ProgramProcess.StartVersion(published, ["--urls", "http://127.0.0.1:0"], database);
        await using var after = ProgramProcess.Serve(null, database);
        using var ofBefore = await before.Http();
        using var ofAfter = await after.Http();
        await IsReady(ofBefore);
        await Eventually.Is(
            async () => await Detail(ofAfter) is { } detail && detail.Contains("migrate", StringComparison.Ordinal),
            "this version says what it lacks");

        await ProgramProcess.Run(0, ["migrate"], database);
        await IsReady(ofAfter);
        await IsReady(ofBefore);
        foreach (var (word, status) in new[] { ("withdraw", HttpStatusCode.Gone), ("publish", HttpStatusCode.OK) })
        {
            string[] reason = word == "withdraw" ? ["--reason", "error"] : [];
            await ProgramProcess.Run(0, [word, Slug, .. reason], database);
            foreach (var http in new[] { ofBefore, ofAfter })
            {
                await Eventually.Is(async () => (await http.GetAsync("/v1/faqs/" + Slug)).StatusCode == status, $"{word} shows");
                Assert.Contains("\"end\"", await http.GetStringAsync("/v1/snapshot"), StringComparison.Ordinal);
            }
        }

        await before.Stop();
        await after.Stop();
    }

    private static Task IsReady(HttpClient http) =>
        Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "ready");

    private static async Task<string?> Detail(HttpClient http)
    {
        using var response = await http.GetAsync("/health/ready");
        return response.IsSuccessStatusCode ? null : JsonElement.Parse(await response.Content.ReadAsStringAsync()).Text("detail");
    }

    private async Task<string> PublishPrevious()
    {
        var files = EmbeddedFiles.ListNames("migrations").ToArray();
        var newest = await CommitOf(files[^1]);
        Assert.SkipWhen(
            newest == await CommitOf(files[0]),
            "There is no migration since they were squashed, so no version before it has this schema: NOT TESTED.");
        var (tree, published) = (Path.Combine(_folder, "tree"), Path.Combine(_folder, "published"));
        await Git("worktree", "add", "--detach", tree, newest + "^");
        try
        {
            await Programs.Run(
                "dotnet", "", "publish", Path.Combine(tree, "src/FreedomCities.Api"), "-c", "Release", "-o", published, "--nologo", "-v",
                "quiet");
        }
        finally
        {
            await Git("worktree", "remove", "--force", tree);
        }

        return published;
    }

    private static async Task<string> CommitOf(string migration) =>
        (await Git("log", "-1", "--diff-filter=A", "-M", "--format=%H", "--", "db/" + migration)).Trim();

    private static Task<string> Git(params string[] arguments) => Programs.Run("git", "", ["-C", Repository.Root, .. arguments]);
}
