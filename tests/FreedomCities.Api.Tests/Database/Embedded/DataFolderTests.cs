namespace FreedomCities.Api.Tests.Database.Embedded;

/// <summary>Errors that prevent the embedded server from starting are one clear message with exit code 1.</summary>
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

    [Theory]
    [InlineData(",", "the character ,")]
    [InlineData("$HOME", "the character $")]
    [InlineData("`id`", "the character `")]
    [InlineData("a\"b", "the character \"")]
    [InlineData("a\\b", "the character \\")]
    [InlineData("a\nb", "a control character")]
    public async Task PathThatAShellOrNpgsqlWouldRead_IsRefused(string name, string what)
    {
        var errors = await ProgramCall.Fail("--data", Path.GetTempPath() + name);

        Assert.Contains(
            $"The data folder's path holds {what}, which PostgreSQL's programs can't take: choose another --data.",
            errors,
            StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task AnyOtherPath_IsServed()
    {
        await using var folder = new DataFolder();
        await using var service = ProgramProcess.Serve(Path.Combine(folder.Path, "it's a pâth; x=1 %d:&|(y)!"));

        Assert.Equal(5, (await service.Questions()).Length);
        await service.Stop();
    }

    [Fact]
    public async Task FolderThatAnotherUserCanExchange_IsRefusedToRoot()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may be led by others.");
        await using var folder = new DataFolder();
        var (others, data, link, open) = (
            folder.Path + "/others",
            folder.Path + "/others/data",
            folder.Path + "/link",
            folder.Path + "/open");
        Directory.CreateDirectory(data);
        Directory.CreateDirectory(open);
        await DataFolder.Execute("chown", "12345", others);
        File.CreateSymbolicLink(link, data);
        await DataFolder.Execute("chmod", "777", open);

        foreach (var path in new[] { others, data, link, link + "/new" })
        {
            var errors = await ProgramCall.Fail("--data", path);
            Assert.Contains(
                $"{others} belongs to the user with id 12345, who could lead what root writes",
                errors,
                StringComparison.Ordinal);
        }

        Assert.Contains($"Every user may write to {open}", await ProgramCall.Fail("--data", open + "/new"), StringComparison.Ordinal);
        await DataFolder.Execute("chown", "root", others);
        File.CreateSymbolicLink(data + "/use.lock", "/etc/passwd");
        await DataFolder.Execute("chown", "-h", "12345", data + "/use.lock");
        Assert.Contains("/use.lock belongs to the user with id 12345", await ProgramCall.Fail("--data", data), StringComparison.Ordinal);
        Assert.Equal(["use.lock"], Directory.GetFileSystemEntries(data).Select(Path.GetFileName));
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
