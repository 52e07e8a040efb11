namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>The document is good enough for what others make of it: linters find nothing, and a generated client works.</summary>
public sealed class ClientTests(SeededService service) : IClassFixture<SeededService>
{
    private static readonly string Document = Path.Combine(Repository.Root, "openapi", "public.v1.json");

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
        </Project>
        """;

    [Fact]
    public Task Redocly_FindsNothing() =>
        Programs.Node("node_modules/@redocly/cli/bin/cli.js", "", "lint", Document, "--extends", "recommended-strict"); // its warnings are errors

    [Fact]
    public Task Spectral_FindsNothing() =>
        Programs.Node("node_modules/@stoplight/spectral-cli/dist/index.js", "", "lint", Document, "--ruleset", Programs.Beside("OpenApi/spectral.yaml"), "--fail-severity", "hint");

    [Fact]
    public Task TypeScriptClient_CompilesStrictlyAndIsAnswered() => InFolder(async folder =>
    {
        var (types, program) = (Path.Combine(folder, "api.mts"), Path.Combine(folder, "client.mts"));
        File.Copy(Programs.Beside("OpenApi/client.mts"), program);
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Programs.Beside("node_modules"));
        await Programs.Node("node_modules/openapi-typescript/bin/cli.js", "", $"{Origin}openapi/public.v1.json", "--output", types, "--default-non-nullable", "false");
        await Programs.Node("node_modules/typescript/bin/tsc", "", program, "--strict", "--noUncheckedIndexedAccess", "--module", "nodenext", "--skipLibCheck");

        Assert.Equal(
            """
            {"listed":2,"question":"What is the difference between Freedom Cities vs. Sanctuary Cities?","found":true,"office":"ACLU of New Mexico, main office","states":["current","unknown"],"changed":true,"missing":"not-found"}

            """,
            await Programs.Node(Path.ChangeExtension(program, "mjs"), "", Origin.GetLeftPart(UriPartial.Authority)));
    });

    [Fact]
    public Task CSharpClient_CompilesAndIsAnswered() => InFolder(async folder =>
    {
        File.Copy(Programs.Beside("OpenApi/client.cs"), Path.Combine(folder, "client.cs"));
        await File.WriteAllTextAsync(Path.Combine(folder, "client.csproj"), Project);
        await Programs.DotNet(
            "node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll", "openapi2csclient", $"/input:{Origin}openapi/public.v1.json", $"/output:{folder}/Api.cs",
            "/namespace:FreedomCities", "/className:Client", "/useBaseUrl:false", "/jsonLibrary:SystemTextJson", "/jsonLibraryVersion:10", "/parameterDateTimeFormat:O",
            "/generateNullableReferenceTypes:true", "/generateOptionalParameters:true");
        await Programs.Run("dotnet", "", "build", folder, "--output", $"{folder}/built", "-nodeReuse:false", "-p:UseSharedCompilation=false"); // no server keeps its output open

        Assert.Equal(
            """
            2 listed, Freedom Cities
            Website Unchecked, Guide Placeholder
            ACLU of New Mexico, main office, Albuquerque; BEGIN:VCARD
            found True, Current, changed True
            not-found

            """,
            await Programs.Run("dotnet", "", $"{folder}/built/client.dll", Origin.ToString()));
    });

    private Uri Origin => service.Http.BaseAddress!;

    private static async Task InFolder(Func<string, Task> test)
    {
        var folder = Directory.CreateTempSubdirectory("fc-client-").FullName;
        try
        {
            await test(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
