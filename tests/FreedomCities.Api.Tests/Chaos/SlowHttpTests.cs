using FreedomCities.Api.Tests.Http.Caching;

namespace FreedomCities.Api.Tests.Chaos;

/// <summary>What slowhttptest does to a server; it takes long, and is therefore run by `./dev chaos` alone.</summary>
public sealed class SlowHttpTests(CachingService service, ITestOutputHelper output) : IClassFixture<CachingService>
{
    [Theory(Explicit = true)]
    [InlineData("-H", "/v1/faqs")] // slow headers
    [InlineData("-B", "/v1/search")] // slow bodies
    [InlineData("-X", "/v1/faqs")] // slow readers
    public async Task SlowClients_AreAllCutOffWhileOthersAreServed(string attack, string path)
    {
        RequiredPrograms.Program("slowhttptest");
        var load = new Load(_ => "/v1/faqs", service.Http);

        await load.During(4, async () => output.WriteLine(await Programs.Run(
            "slowhttptest", "", attack, "-c", "500", "-r", "250", "-i", "1", "-l", "40", "-k", "10", "-f", "application/json", "-u",
            new Uri(service.Http.BaseAddress!, path).ToString())));

        Assert.DoesNotContain(load.Answers, a => a.Status != 200 || a.Took > TimeSpan.FromSeconds(5));
    }
}
