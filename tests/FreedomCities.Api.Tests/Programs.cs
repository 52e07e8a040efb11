namespace FreedomCities.Api.Tests;

/// <summary>Programs of the system that some tests need: on Debian `./dev test` installs them.</summary>
internal static class Programs
{
    /// <summary>Where it is on PATH; a test that needs one that isn't there is skipped, and says so.</summary>
    public static string Need(string program)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"{program} isn't installed: nothing here was tested.");
        return found!;
    }
}
