namespace FreedomCities.Api.Tests.OpenApi.Clients;

/// <summary>What the tests of generated clients share.</summary>
internal static class GeneratedClient
{
    /// <summary>What each client prints after the same calls to a service with a value that its document does not have.</summary>
    public const string Seen =
        """{"phones":2,"found":true,"changed":"/v1/faqs/how-do-i-get-more-information?lang=en","recorded":true,"questions":10"""
        + ""","complete":true,"state":"current","origin":"dictated","missing":"not-found"}""";

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
