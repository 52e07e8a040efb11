namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>A class for each linter and each generated client: classes run in parallel, and these wait for other programs.</summary>
public sealed class RedoclyTests
{
    [Fact]
    public Task Redocly_FindsNothing() => Programs.Node(
        "node_modules/@redocly/cli/bin/cli.js", "", "lint", GeneratedClient.Document,
        "--extends", "recommended-strict"); // its warnings are errors
}
