using System.Runtime.CompilerServices;

namespace FreedomCities.Api.Tests;

/// <summary>Where the sources are, for the tests that hold them to a rule.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    private static string Here([CallerFilePath] string path = "") => path;
}
