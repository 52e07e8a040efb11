namespace FreedomCities.Api.Tests.Database;

/// <summary>What an operator has to put right before a server can start is said in words, with exit code 1.</summary>
public sealed class DataFolderTests
{
    [Theory]
    [InlineData("9")]
    [InlineData("99")]
    public async Task DataOfAnotherMajorVersion_IsRefused(string version)
    {
        await using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Cluster);
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "PG_VERSION"), version + "\n");

        var errors = await ProgramCall.Fail("--data", folder.Path);

        Assert.Contains($"PostgreSQL {version},", errors, StringComparison.Ordinal);
        Assert.Contains($"Install PostgreSQL {version}, or dump", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoServerPrograms_NamesBothSettings()
    {
        await using var folder = new DataFolder();

        var errors = await ProgramCall.Fail("--data", folder.Path, "--Postgres:Binaries", "/nonexistent");

        Assert.Contains("Postgres__Binaries", errors, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__FreedomCities", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task TooLongAPath_IsRefused()
    {
        var errors = await ProgramCall.Fail("--data", Path.GetTempPath() + new string('x', 100));

        Assert.Contains("choose a shorter --data", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc/nowhere")]
    [InlineData("/etc/passwd")]
    public async Task FolderThatCannotBeWritten_IsRefused(string path)
    {
        var errors = await ProgramCall.Fail("--data", path);

        Assert.Contains($"{path} can't be written", errors, StringComparison.Ordinal);
        Assert.Contains("--data", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SettingOfTheEnvironment_IsToldByAProcess()
    {
        await using var folder = new DataFolder();

        var errors = await ProgramProcess.Fail(["--data", folder.Path], ("Postgres__Binaries", "/nonexistent"));

        Assert.Contains("Postgres__Binaries", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }
}
