using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>ONNX Runtime would store an id of the device in the user's folder, and send events.</summary>
public sealed class RuntimeTelemetryTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    [Fact]
    public async Task Model_LeavesNothingInTheUsersFolder()
    {
        var home = Directory.CreateTempSubdirectory("fc-home-").FullName;
        await using var program = ProgramProcess.Serve(
            null, ("ConnectionStrings__FreedomCities", service.Server.App), ("HOME", home), ("XDG_CACHE_HOME", home));
        using var http = await program.Http();

        await Eventually.Is(
            async () => await http.GetAsync("/v1/search?q=town+that+protects+immigrants&lang=en") is { IsSuccessStatusCode: true } found
                && JsonElement.Parse(await found.Content.ReadAsByteArrayAsync()).GetProperty("confident").GetBoolean(),
            "the model is used");

        Assert.Empty(Directory.GetFileSystemEntries(home, "*", SearchOption.AllDirectories));
        Directory.Delete(home, recursive: true);
    }
}
