using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import;

/// <summary>What `import FILE` reads: a regular file, or standard input.</summary>
public sealed class ImportFileReaderTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    [Fact]
    public async Task PipeWithoutAWriter_IsRefusedAtOnce()
    {
        var pipe = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Equal(0, await DataFolder.Execute("mkfifo", pipe));
        try
        {
            await Refused(pipe);
        }
        finally
        {
            File.Delete(pipe);
        }
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/tty")]
    public Task Device_IsRefusedAtOnce(string device) => Refused(device);

    [Fact]
    public async Task StandardInput_IsImported()
    {
        var report = await Import("# Piped FAQ\n\n## Does it come by a pipe?\n\nYes.\n", "--topic", "piped");

        Assert.StartsWith("standard input\n", report, StringComparison.Ordinal);
        Assert.Equal(["does-it-come-by-a-pipe"], await Service.Slugs("/v1/faqs?topic=piped"));
    }

    [Fact(Explicit = true)]
    public async Task JsonOnStandardInput_IsImportedAsJson()
    {
        await Import(EmbeddedFiles.Text("seed/resources.json"));

        Assert.Contains("people-power", await Service.Slugs("/v1/resources"));
    }

    [Fact]
    public async Task TextWithoutATitle_NeedsOneOnStandardInput()
    {
        var file = new ImportFile("standard input", "## Is it one?\n\nNo.\n"u8.ToArray()) { HasName = false };

        var refusal = await Assert.ThrowsAsync<ImportException>(() =>
            new Importer(Service.Database, TimeProvider.System).Import(
                [(file, new ImportOptions { Topic = "a" })],
                dryRun: false,
                CancellationToken.None));

        Assert.Contains("--source-title", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task Refused(string path)
    {
        var refusal = await Assert.ThrowsAsync<ImportException>(() => ImportFileReader.Read(new FileInfo(path), CancellationToken.None));

        Assert.Equal($"{path} is not a regular file. Name a file, or use - for standard input.", refusal.Message);
    }

    private Task<string> Import(string input, params string[] options) => Programs.Run(
        "env", input,
        [
            $"ConnectionStrings__FreedomCities={Service.Server.App}",
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "FreedomCities.Api.dll"),
            "import",
            "-",
            .. options,
        ]);
}
