namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>The OpenAPI documents in the repository.</summary>
internal static class Documents
{
    public static TheoryData<string> Data => ["public.v1.json", "public.v1.oas30.json"];

    public static string Path(string name) => System.IO.Path.Combine(Repository.Root, "openapi", name);
}
