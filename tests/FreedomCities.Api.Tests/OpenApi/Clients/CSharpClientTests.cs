namespace FreedomCities.Api.Tests.OpenApi.Clients;

/// <summary>A client that NSwag generates with its defaults works.</summary>
public sealed class CSharpClientTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string NSwag = "node_modules/nswag/bin/binaries/Net100/";

    // NSwag's own copy of the JSON library: nothing has to be downloaded.
    private static readonly string Project = $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{Programs.Beside(NSwag + "Newtonsoft.Json.dll")}" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public Task CSharpClient_CompilesAndIsAnswered() => GeneratedClient.InFolder(async folder =>
    {
        File.Copy(Programs.Beside("OpenApi/Clients/nswag.cs"), Path.Combine(folder, "client.cs"));
        await File.WriteAllTextAsync(Path.Combine(folder, "client.csproj"), Project);
        await Programs.DotNet(
            NSwag + "dotnet-nswag.dll", "openapi2csclient",
            $"/input:{service.Http.BaseAddress}openapi/public.v1.json", $"/output:{folder}/Api.cs",
            "/namespace:FreedomCities", "/className:Client");
        await Programs.Run(
            "dotnet", "", "build", folder, "--output", $"{folder}/built",
            "-maxCpuCount:1", "-p:RunAnalyzers=false",
            "-nodeReuse:false", "-p:UseSharedCompilation=false"); // no server keeps its output open

        Assert.Equal(
            GeneratedClient.Seen,
            (await Programs.Run("dotnet", "", $"{folder}/built/client.dll", $"{service.Http.BaseAddress}")).TrimEnd());
    });
}
