using System.Runtime.CompilerServices;

namespace FreedomCities.Api.Tests.Support;

/// <summary>Where the sources are, for the tests that hold them to a rule.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    /// <summary>Holds a committed file to what the code makes; UPDATE_OPENAPI=1 (./dev openapi) accepts a change.</summary>
    public static void HasCommitted(string path, string made)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            File.WriteAllText(file, made + "\n");
        }

        Assert.True(
            File.Exists(file) && File.ReadAllText(file).TrimEnd() == made,
            $"{path} isn't what the code makes: read the change, then ./dev openapi accepts it.");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
