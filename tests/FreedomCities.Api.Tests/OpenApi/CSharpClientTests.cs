namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>A client that NSwag generates works.</summary>
public sealed class CSharpClientTests(SeededService service) : IClassFixture<SeededService>
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    [Fact]
    public Task CSharpClient_CompilesAndIsAnswered() => GeneratedClient.InFolder(async folder =>
    {
        File.Copy(Programs.Beside("OpenApi/client.cs"), Path.Combine(folder, "client.cs"));
        await File.WriteAllTextAsync(Path.Combine(folder, "client.csproj"), Project);
        await Programs.DotNet(
            "node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll", "openapi2csclient",
            $"/input:{service.Http.BaseAddress}openapi/public.v1.json", $"/output:{folder}/Api.cs",
            "/namespace:FreedomCities", "/className:Client", "/useBaseUrl:false",
            "/jsonLibrary:SystemTextJson", "/jsonLibraryVersion:10", "/parameterDateTimeFormat:O",
            "/generateNullableReferenceTypes:true", "/generateOptionalParameters:true");
        await Programs.Run(
            "dotnet", "", "build", folder, "--output", $"{folder}/built",
            "-maxCpuCount:1", "-p:RunAnalyzers=false",
            "-nodeReuse:false", "-p:UseSharedCompilation=false"); // no server keeps its output open

        Assert.Equal(
            """
            2 listed, Freedom Cities
            Website Unchecked, Guide Placeholder
            ACLU of New Mexico, main office, Albuquerque; BEGIN:VCARD
            found True, Current, changed True
            not-found

            """,
            await Programs.Run("dotnet", "", $"{folder}/built/client.dll", $"{service.Http.BaseAddress}"));
    });
}
