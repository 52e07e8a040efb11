using System.Diagnostics;

namespace FreedomCities.Api.Tests.Commands;

/// <summary>Without ICU, or told not to use it, the program says so in one sentence, whatever it is asked to do.</summary>
public sealed class GlobalizationTests
{
    private const string Sentence = "The ICU library is missing or disabled";

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("import", "nothing.txt")]
    public async Task InvariantMode_IsRefused(params string[] arguments) =>
        IsOneSentence(await ProgramProcess.Fail(
            arguments,
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
            ("DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY", "0")));

    [Fact]
    public async Task MissingIcu_IsRefused()
    {
        const string Script = """
            for library in $(ldconfig -p | grep -o '/.*libicu.*'); do mount --bind /dev/null "$library"; done
            dotnet "$0" --help
            """;
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "No file may be hidden here: a system without ICU is NOT TESTED.");
        var start = new ProcessStartInfo(
            "unshare",
            ["--mount", "bash", "-c", Script, Path.Combine(AppContext.BaseDirectory, "FreedomCities.Api.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var program = Process.Start(start)!;
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), await program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();

        Assert.Equal((1, ""), (program.ExitCode, await output));
        IsOneSentence(errors);
    }

    private static void IsOneSentence(string errors)
    {
        Assert.StartsWith(Sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }
}
