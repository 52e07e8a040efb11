namespace FreedomCities.Api.Tests.Support;

/// <summary>
/// The program called in this process: its help, and what it refuses before it opens a database. <see cref="ProgramProcess"/> starts it.
/// </summary>
internal static class ProgramCall
{
    /// <summary>Demands success.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> Run(params string[] arguments)
    {
        var (exitCode, output, errors) = await Call(arguments);
        Assert.True(exitCode == 0, $"Exit code {exitCode} instead of 0.\n{output}{errors}");
        return output;
    }

    /// <summary>Demands a failure that is told in words: exit code 1, something on stderr, no stack trace.</summary>
    public static async Task<string> Fail(params string[] arguments)
    {
        var (exitCode, output, errors) = await Call(arguments);
        Assert.True(exitCode == 1, $"Exit code {exitCode} instead of 1.\n{output}{errors}");
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.NotEmpty(errors);
        return errors;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> Call(string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exitCode = await Program.Run(arguments, output, errors, CancellationToken.None);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
