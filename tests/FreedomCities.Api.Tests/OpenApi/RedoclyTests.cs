namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>A class for each linter and each generated client: classes run in parallel, and these wait for other programs.</summary>
public sealed class RedoclyTests
{
    // In 3.0 a licence needs a URL, and no schema can refer to the lines of a text.
    [Fact]
    public Task Redocly_FindsNothing() => Task.WhenAll(
        Lint("public.v1.json"),
        Lint("public.v1.oas30.json", "--skip-rule", "info-license-strict", "--skip-rule", "no-unused-components"));

    private static Task<string> Lint(string document, params string[] arguments) => Programs.Node(
        "node_modules/@redocly/cli/bin/cli.js", "",
        ["lint", Documents.Path(document), "--extends", "recommended-strict", .. arguments]); // its warnings are errors
}
