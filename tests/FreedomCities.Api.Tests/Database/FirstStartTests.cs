using FreedomCities.Api.Database;

namespace FreedomCities.Api.Tests.Database;

[Collection<ProcessTests>]
public sealed class FirstStartTests(PreparedFolder prepared)
{
    [Theory]
    [InlineData("unfinished-*")] // in initdb
    [InlineData("postgres")] // before the server starts
    [InlineData(".s.PGSQL.5432")] // while it starts, before the database is made, migrated and filled
    public async Task Killed_TheNextEndsWithTheSeed(string moment)
    {
        await using var folder = new DataFolder();
        await using (var killed = ProgramProcess.Serve(folder.Path))
        {
            await Eventually.Is(
                () => Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path, moment, SearchOption.AllDirectories).Any(), moment);
            await killed.Kill();
        }

        await using var service = ProgramProcess.Serve(folder.Path);
        Assert.Equal(prepared.Questions, await service.Questions());
        await service.Stop();
        Assert.False(folder.ServerLives);
    }

    [Fact]
    public async Task KilledBetweenItsStatements_TheNextEndsWithTheSeed()
    {
        await using var folder = await prepared.Copy();
        await using (await EmbeddedPostgres.Start(folder.Path, binaries: null, CancellationToken.None))
        {
            // As if it had been killed right after `create database`.
            await folder.Ask<object>("drop database freedomcities with (force)", "postgres");
            await folder.Ask<object>("drop role freedomcities_app, freedomcities_owner", "postgres");
            await folder.Ask<object>("create database freedomcities", "postgres");
        }

        await using var service = ProgramProcess.Serve(folder.Path);
        Assert.Equal(prepared.Questions, await service.Questions());
        await service.Stop();
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

    [Fact]
    public async Task TwoAtOnce_BothServeAndTheLastToLeaveStopsTheServer()
    {
        await using var folder = new DataFolder();
        await using var one = ProgramProcess.Serve(folder.Path);
        await using var other = ProgramProcess.Serve(folder.Path);
        Assert.Equal(prepared.Questions, await one.Questions());
        Assert.Equal(prepared.Questions, await other.Questions());

        await one.Stop();
        Assert.Equal(prepared.Questions, await other.Questions());

        await other.Stop();
        Assert.False(folder.ServerLives);
    }
}
