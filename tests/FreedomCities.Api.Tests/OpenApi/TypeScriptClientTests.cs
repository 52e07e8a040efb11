namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>A client that openapi-typescript generates works.</summary>
public sealed class TypeScriptClientTests(SeededService service) : IClassFixture<SeededService>
{
    [Fact]
    public Task TypeScriptClient_CompilesStrictlyAndIsAnswered() => GeneratedClient.InFolder(async folder =>
    {
        var (types, program) = (Path.Combine(folder, "api.mts"), Path.Combine(folder, "client.mts"));
        File.Copy(Programs.Beside("OpenApi/client.mts"), program);
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Programs.Beside("node_modules"));
        await Programs.Node(
            "node_modules/openapi-typescript/bin/cli.js", "", $"{service.Http.BaseAddress}openapi/public.v1.json",
            "--output", types, "--default-non-nullable", "false");
        await Programs.Node(
            "node_modules/typescript/bin/tsc", "", program,
            "--strict", "--noUncheckedIndexedAccess", "--module", "nodenext", "--skipLibCheck");

        Assert.Equal(
            """{"listed":2,"question":"What is the difference between Freedom Cities vs. Sanctuary Cities?","found":true"""
            + ""","office":"ACLU of New Mexico, main office","states":["current","unknown"],"changed":true,"missing":"not-found"}"""
            + "\n",
            await Programs.Node(Path.ChangeExtension(program, "mjs"), "", service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)));
    });
}
