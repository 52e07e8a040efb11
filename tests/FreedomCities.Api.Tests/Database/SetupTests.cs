using System.Net;
using System.Net.Sockets;

namespace FreedomCities.Api.Tests.Database;

/// <summary>What an operator has to put right is said in words, with exit code 1, and nothing is left running.</summary>
[Collection<ProcessTests>]
public sealed class SetupTests(PreparedFolder prepared)
{
    [Theory]
    [InlineData("9")]
    [InlineData("99")]
    public async Task DataOfAnotherMajorVersion_IsRefused(string version)
    {
        await using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Cluster);
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "PG_VERSION"), version + "\n");

        var errors = await ProgramProcess.Fail(["--data", folder.Path]);

        Assert.Contains($"PostgreSQL {version},", errors, StringComparison.Ordinal);
        Assert.Contains($"Install PostgreSQL {version}, or dump", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoServerPrograms_NamesBothSettings()
    {
        await using var folder = new DataFolder();

        var errors = await ProgramProcess.Fail(["--data", folder.Path], ("Postgres__Binaries", "/nonexistent"));

        Assert.Contains("Postgres__Binaries", errors, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__FreedomCities", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task TooLongAPath_IsRefused()
    {
        var errors = await ProgramProcess.Fail(["--data", Path.GetTempPath() + new string('x', 100)]);

        Assert.Contains("choose a shorter --data", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc/nowhere")]
    [InlineData("/etc/passwd")]
    public async Task FolderThatCannotBeWritten_IsRefused(string path)
    {
        var errors = await ProgramProcess.Fail(["--data", path]);

        Assert.Contains($"{path} can't be written", errors, StringComparison.Ordinal);
        Assert.Contains("--data", errors, StringComparison.Ordinal);
    }

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
