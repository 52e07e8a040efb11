using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests.Support;

/// <summary>The program as a process of its own, with what it writes.</summary>
internal sealed partial class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProgramProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, e) => Received(e.Data);
        _process.ErrorDataReceived += (_, e) => Append(_errors, e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => Read(_output);

    public string Errors => Read(_errors);

    public static ProgramProcess Start(string[] arguments, params (string Name, string Value)[] environment) =>
        Start("dotnet", [], arguments, environment);

    /// <summary>Serves as a root that may not look into others' processes, as in a container.</summary>
    public static ProgramProcess ServeAsPlainRoot(string data) =>
        Start(
            "setpriv",
            ["--bounding-set=-sys_ptrace", "--inh-caps=-sys_ptrace", "dotnet"],
            ["--urls", "http://127.0.0.1:0", "--data", data],
            []);

    /// <summary>Starts it through programs that become it, of which dotnet is the last word.</summary>
    public static ProgramProcess StartThrough(string[] programs, string[] arguments, params (string Name, string Value)[] environment) =>
        Start(programs[0], programs[1..], arguments, environment);

    /// <summary>Another version, which was published to a folder.</summary>
    public static ProgramProcess StartVersion(string folder, string[] arguments, params (string Name, string Value)[] environment) =>
        Start("dotnet", [], arguments, environment, folder);

    private static ProgramProcess Start(
        string program, string[] options, string[] arguments, (string Name, string Value)[] environment, string? folder = null)
    {
        var start = new ProcessStartInfo(
            program, [.. options, Path.Combine(folder ?? AppContext.BaseDirectory, "FreedomCities.Api.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["DOTNET_TC_CallCountingDelayMs"] = "7D0" }, // most end before it pays to compile anything twice
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ProgramProcess(start);
    }

    /// <summary>
    /// Serves on a free port, without rate limits and with patience, from a data folder unless the environment names a database.
    /// </summary>
    public static ProgramProcess Serve(string? data, params (string Name, string Value)[] environment) =>
        Start(
            ["--urls", "http://127.0.0.1:0", .. data is null ? Array.Empty<string>() : ["--data", data]],
            [("DeadlineSeconds", Service.Patience), ("GraceSeconds", "0"), .. environment]);

    /// <summary>Runs to the end, demands the exit code, and prints what it wrote when it is another.</summary>
    public static async Task<ProgramProcess> Run(int expected, string[] arguments, params (string Name, string Value)[] environment)
    {
        await using var program = Start(arguments, environment);
        await program.Ends(expected);
        return program;
    }

    /// <summary>Runs to a failure that is told in words: exit code 1, something on stderr, no stack trace.</summary>
    public static async Task<string> Fail(string[] arguments, params (string Name, string Value)[] environment)
    {
        var program = await Run(1, arguments, environment);
        Assert.DoesNotContain("   at ", program.Output + program.Errors, StringComparison.Ordinal);
        Assert.NotEmpty(program.Errors);
        return program.Errors;
    }

    public async Task<HttpClient> Http()
    {
        var ended = _process.WaitForExitAsync();
        await Task.WhenAny(_address.Task, ended).WaitAsync(Patience);
        Assert.True(_address.Task.IsCompletedSuccessfully, $"It didn't serve.\n{Output}{Errors}");
        return new HttpClient { BaseAddress = new Uri(await _address.Task) };
    }

    /// <summary>The metrics of a process with the setting MetricsPort=0 that serves already.</summary>
    public async Task<string> Metrics()
    {
        var address = MetricsAddress().Match(Output).Value.Replace("[::]", "127.0.0.1", StringComparison.Ordinal);
        using var http = new HttpClient();
        return await http.GetStringAsync(address);
    }

    /// <summary>The questions that it serves.</summary>
    public async Task<string[]> Questions(string query = "")
    {
        using var http = await Http();
        var faqs = JsonElement.Parse(await http.GetStringAsync("/v1/faqs" + query));
        return [.. faqs.GetProperty("items").EnumerateArray().Select(f => f.GetProperty("question").GetString()!)];
    }

    public async Task Ends(int expected)
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(_process.ExitCode == expected, $"Exit code {_process.ExitCode} instead of {expected}.\n{Output}{Errors}");
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async Task Stop()
    {
        Signal("TERM");
        await Ends(0);
    }

    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }
    }

    private void Received(string? line)
    {
        Append(_output, line);
        if (Address().Match(line ?? "") is { Success: true } listening)
        {
            _address.TrySetResult(listening.Value);
        }
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    [GeneratedRegex(@"(?<=Metrics are at )http://[^ ]+/metrics")]
    private static partial Regex MetricsAddress();

    [GeneratedRegex(@"(?<=Now listening on: )http://[0-9.:]+")]
    private static partial Regex Address();
}
