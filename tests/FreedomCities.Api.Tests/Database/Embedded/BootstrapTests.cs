
namespace FreedomCities.Api.Tests.Database.Embedded;

/// <summary>Starts in new folders: they are slow, so they run beside the tests of a prepared one.</summary>
public sealed class BootstrapTests(SeededService seeded) : IClassFixture<SeededService>
{
    [Theory]
    [InlineData("unfinished-*", Explicit = true)] // in initdb
    [InlineData("postgres", Explicit = true)] // before the server starts
    [InlineData(".s.PGSQL.5432")] // while it starts, before the database is made, migrated and filled
    public async Task Killed_TheNextEndsWithTheSeed(string moment)
    {
        await using var folder = new DataFolder();
        await using (var killed = ProgramProcess.Serve(folder.Path))
        {
            await Eventually.Is(
                () => Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(
                    folder.Path,
                    moment,
                    SearchOption.AllDirectories).Any(), moment);
            await killed.Kill();
        }

        await using var service = ProgramProcess.Serve(folder.Path);
        Assert.Equal(await Seed(), await service.Questions());
        await service.Stop();
        Assert.False(folder.ServerLives);
    }

    [Fact]
    public async Task Stopped_LeavesNoServer()
    {
        await using var folder = new DataFolder();
        await using var service = ProgramProcess.Serve(folder.Path);
        await Eventually.Is(() => Directory.Exists(folder.Path) && Directory.EnumerateDirectories(folder.Path).Any(), "initdb");

        service.Signal("TERM");
        await service.Ends(1);

        Assert.False(folder.ServerLives);
        Assert.Contains("Stopped before it was done.", service.Errors, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task TwoAtOnce_BothServeAndTheLastToLeaveStopsTheServer()
    {
        await using var folder = new DataFolder();
        await using var one = ProgramProcess.Serve(folder.Path);
        await using var other = ProgramProcess.Serve(folder.Path);
        Assert.Equal(await Seed(), await one.Questions());
        Assert.Equal(await Seed(), await other.Questions());

        await one.Stop();
        Assert.Equal(await Seed(), await other.Questions());

        await other.Stop();
        Assert.False(folder.ServerLives);
    }

    private async Task<string[]> Seed() => [.. (await seeded.Items("/v1/faqs")).Select(f => f.Text("question"))];
}
