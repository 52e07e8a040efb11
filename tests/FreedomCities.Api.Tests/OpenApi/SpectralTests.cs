namespace FreedomCities.Api.Tests.OpenApi;

public sealed class SpectralTests
{
    [Fact]
    public Task Spectral_FindsNothing() => Programs.Node(
        "node_modules/@stoplight/spectral-cli/dist/index.js", "",
        ["lint", .. Documents.Data.Select(d => Documents.Path(d.Data)),
            "--ruleset", Programs.Beside("OpenApi/spectral.yaml"), "--fail-severity", "hint"]);
}
