using System.Net;
using System.Net.Sockets;

namespace FreedomCities.Api.Tests.Database;

/// <summary>Set-up errors are one clear message with exit code 1, and no process keeps running.</summary>
[Collection<ProcessTests>]
public sealed class SetupTests(PreparedFolder prepared)
{
    [Fact]
    public async Task ServerThatCannotStart_TellsWhy()
    {
        await using var folder = await prepared.Copy();
        await File.AppendAllTextAsync(Path.Combine(folder.Cluster, "postgresql.conf"), "no_such_setting = on\n");

        var errors = await ProgramProcess.Fail(["--data", folder.Path]);

        Assert.Contains("no_such_setting", errors, StringComparison.Ordinal);
        Assert.Contains("postgres.log", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PortInUse_NamesUrlsAndStopsTheServer()
    {
        await using var folder = await prepared.Copy();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var errors = await ProgramProcess.Fail(["--data", folder.Path, "--urls", $"http://{taken.LocalEndpoint}"]);

        Assert.Contains("already in use", errors, StringComparison.Ordinal);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
        Assert.False(folder.ServerLives);
    }
}
