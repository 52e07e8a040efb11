namespace FreedomCities.Api.Tests.OpenApi.Clients;

/// <summary>Clients that the generators of TypeScript make with their defaults compile strictly and work.</summary>
public sealed class TypeScriptClientTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    [Fact]
    public Task TypeScriptClients_CompileAndAreAnswered() => GeneratedClient.InFolder(async folder =>
    {
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Programs.Beside("node_modules"));
        var api = service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

        Assert.Equal(
            ["openapi-fetch", "hey-api", "orval"],
            (await Programs.Node("OpenApi/Clients/run.mjs", "", api, folder)).TrimEnd().Split('\n')
                .Select(line => line.Replace(" " + GeneratedClient.Seen, "", StringComparison.Ordinal)));
    });
}
