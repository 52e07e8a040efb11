using System.Net;
using System.Security.Cryptography;
using FreedomCities.Api.Delivery.Embed;
using FreedomCities.Api.Tests.OpenApi.Clients;

namespace FreedomCities.Api.Tests.Delivery.Embed;

public sealed class ScriptTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string Newest = "/embed/fc-faq.js";
    private const int MaxBytes = 9_000;

    private static readonly string Folder = Path.Combine(Repository.Root, "src", "FreedomCities.Api", "Delivery", "Embed");

    /// <summary>Every release before the newest that partners' pages may name. None is ever removed.</summary>
    public static TheoryData<string> EarlierReleases =>
    [
        "fc-faq.682584794ca9ebcd.js",
        "fc-faq.d361ab8a4af7f10b.js",
        "fc-faq.2b17dcbfa7cc8950.js",
        "fc-faq.853132ad8243842f.js",
        "fc-faq.b0c308d9dd05d3aa.js",
        "fc-faq.e188f2d257fac9b8.js",
        "fc-faq.a49101096139017d.mjs",
    ];

    public static TheoryData<string> Releases =>
        [.. EarlierReleases.Select(r => r.Data), EmbedScript.Current.Name, EmbedScript.CurrentModule.Name];

    [Fact]
    public void EveryRelease_IsTested() =>
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Folder, "releases")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal),
            Releases.Select(r => r.Data).Order(StringComparer.Ordinal));

    [Fact]
    public void NewestRelease_IsTheScript() =>
        Assert.All(
            [EmbedScript.Current, EmbedScript.CurrentModule],
            s => Assert.True(EmbedScript.Released.ContainsKey(s.Name), $"{s.Name} is no release: run ./dev release-embed."));

    [Fact]
    public Task Script_IsBuiltFromItsSources() => GeneratedClient.InFolder(async folder =>
    {
        await Programs.Node("Delivery/Embed/build-element.mjs", "", folder);

        Assert.All(
            ["fc-faq.js", "fc-faq.mjs"],
            name => Assert.True(
                File.ReadAllText(Path.Combine(Folder, name)) == File.ReadAllText(Path.Combine(folder, name)),
                $"{name} isn't built from Delivery/Embed/Element and Delivery/Texts: run ./dev release-embed."));
    });

    [Theory, MemberData(nameof(Releases))]
    public async Task Release_IsServedForEverAsItWasReleased(string name)
    {
        using var response = await service.Get("/embed/" + name);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(name, $"fc-faq.{Convert.ToHexStringLower(SHA384.HashData(bytes))[..16]}{Path.GetExtension(name)}");
        Assert.Equal("public, max-age=31536000, immutable", Service.Header(response, "Cache-Control"));
        Assert.Equal("text/javascript; charset=utf-8", Service.Header(response, "Content-Type"));
        Assert.Equal("cross-origin", Service.Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Equal("*", Service.Header(response, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("fc-faq.js", "text/javascript; charset=utf-8")]
    [InlineData("fc-faq.mjs", "text/javascript; charset=utf-8")]
    [InlineData("fc-faq.d.ts", "text/plain; charset=utf-8")]
    public async Task File_IsTheNewestAndSoonRevalidated(string name, string type)
    {
        using var response = await service.Get("/embed/" + name);

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Folder, name)), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("public, max-age=300", Service.Header(response, "Cache-Control"));
        Assert.Equal("*", Service.Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal(type, Service.Header(response, "Content-Type"));
    }

    [Fact]
    public async Task Integrity_IsOfTheBytesThatAreServed()
    {
        var bytes = await service.Http.GetByteArrayAsync(EmbedScript.Current.Path);

        Assert.Equal("sha384-" + Convert.ToBase64String(SHA384.HashData(bytes)), EmbedScript.Current.Integrity);
    }

    [Theory]
    [InlineData(Newest)]
    [InlineData("/embed/fc-faq.mjs")]
    public async Task Script_IsAtMost9KilobytesAsItIsSent(string path)
    {
        using var response = await service.Get(path, HttpStatusCode.OK, ("Accept-Encoding", "br"));

        Assert.Equal("br", Service.Header(response, "Content-Encoding"));
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, MaxBytes);
    }

    [Theory]
    [InlineData("/embed/fc-faq.0123456789abcdef.js")]
    [InlineData("/embed/fc-faq..js")]
    [InlineData("/embed/releases/fc-faq.js")]
    public async Task UnknownRelease_Returns404(string path) => await service.Problem(path, HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task UnknownParameter_Returns400() =>
        await service.Problem(Newest + "?v=2", HttpStatusCode.BadRequest, "invalid-request", "v");
}
