namespace FreedomCities.Api.Tests.Support;

/// <summary>What some tests need beside .NET and PostgreSQL: on Debian `./dev test` installs it.</summary>
internal static class RequiredPrograms
{
    private static readonly string[] Folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);

    /// <summary>Where it is on PATH; a test that needs one that isn't there is skipped, and says so.</summary>
    /// <param name="instead">What does as well where that one isn't installed.</param>
    public static string Program(string program, params string[] instead) =>
        Found(program, [.. from name in (string[])[program, .. instead] from folder in Folders select Path.Combine(folder, name)]);

    /// <summary>A file of a package that package.json names.</summary>
    public static string Package(string file) =>
        Found(file, [Path.Combine(Repository.Root, "tests", "FreedomCities.Api.Tests", "node_modules", file)]);

    private static string Found(string what, IEnumerable<string> candidates)
    {
        var found = candidates.FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"{what} isn't installed: NOT TESTED.");
        return found!;
    }
}
