namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>The document is good enough for what others make of it: linters find nothing, and a generated client works.</summary>
public sealed class ClientTests(SeededService service) : IClassFixture<SeededService>
{
    private static readonly string Document = Path.Combine(Repository.Root, "openapi", "public.v1.json");

    [Fact]
    public Task Redocly_FindsNothing() =>
        Programs.Node("node_modules/@redocly/cli/bin/cli.js", "", "lint", Document, "--extends", "recommended-strict"); // its warnings are errors

    [Fact]
    public Task Spectral_FindsNothing() =>
        Programs.Node("node_modules/@stoplight/spectral-cli/dist/index.js", "", "lint", Document, "--ruleset", Programs.Beside("OpenApi/spectral.yaml"), "--fail-severity", "hint");

    [Fact]
    public async Task TypeScriptClient_CompilesStrictlyAndIsAnswered()
    {
        var folder = Directory.CreateTempSubdirectory("fc-client-").FullName;
        try
        {
            Assert.Equal(
                """
                {"listed":2,"question":"What is the difference between Freedom Cities vs. Sanctuary Cities?","found":true,"office":"ACLU of New Mexico, main office","states":["current","unknown"],"changed":true,"missing":"not-found"}

                """,
                await Built(folder, service.Http.BaseAddress!));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What client.mts writes, compiled with types of the document that the service serves.</summary>
    private static async Task<string> Built(string folder, Uri origin)
    {
        var (types, program) = (Path.Combine(folder, "api.mts"), Path.Combine(folder, "client.mts"));
        File.Copy(Programs.Beside("OpenApi/client.mts"), program);
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Programs.Beside("node_modules"));
        await Programs.Node("node_modules/openapi-typescript/bin/cli.js", "", $"{origin}openapi/public.v1.json", "--output", types, "--default-non-nullable", "false");
        await Programs.Node("node_modules/typescript/bin/tsc", "", program, "--strict", "--noUncheckedIndexedAccess", "--module", "nodenext", "--skipLibCheck");
        return await Programs.Node(Path.ChangeExtension(program, "mjs"), "", origin.GetLeftPart(UriPartial.Authority));
    }
}
