using System.Diagnostics;
using System.Text;

namespace FreedomCities.Api.Tests.Support;

/// <summary>Programs of others that judge what the service says: see <see cref="RequiredPrograms"/>.</summary>
internal static class Programs
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "FreedomCities.Api.Tests");

    /// <summary>What a program on PATH writes when it reads this; demands that it finds nothing wrong.</summary>
    public static async Task<string> Run(string program, string input, params string[] arguments)
    {
        using var process = Start(program, arguments, readsErrors: true);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{await errors}\n{await output}\n{input}");
        return await output;
    }

    /// <summary>The same of a script beside the tests, with the packages of package-lock.json.</summary>
    public static Task<string> Node(string script, string input, params string[] arguments) => Packaged("node", script, input, arguments);

    /// <summary>A script beside the tests that reads and writes until its input ends.</summary>
    public static Process StartNode(string script)
    {
        RequiredPrograms.Package(".package-lock.json");
        return Start("node", [Beside(script)], readsErrors: false);
    }

    /// <summary>The same of a program for .NET in a package of npm's.</summary>
    public static Task<string> DotNet(string program, params string[] arguments) => Packaged("dotnet", program, "", arguments);

    /// <summary>A file beside the tests.</summary>
    public static string Beside(string path) => Path.Combine(Folder, path);

    private static Process Start(string program, string[] arguments, bool readsErrors) =>
        Process.Start(new ProcessStartInfo(RequiredPrograms.Program(program), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = readsErrors,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
            UseShellExecute = false,
        })!;

    private static Task<string> Packaged(string program, string script, string input, string[] arguments)
    {
        RequiredPrograms.Package(".package-lock.json");
        return Run(program, input, [Beside(script), .. arguments]);
    }
}
