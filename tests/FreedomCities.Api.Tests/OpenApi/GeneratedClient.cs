namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>What the tests of linters and generated clients share.</summary>
internal static class GeneratedClient
{
    /// <summary>The OpenAPI document in the repository.</summary>
    public static readonly string Document = Path.Combine(Repository.Root, "openapi", "public.v1.json");

    /// <summary>Runs a test in a folder of its own, which is deleted.</summary>
    public static async Task InFolder(Func<string, Task> test)
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
