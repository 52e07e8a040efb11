using System.Runtime.Versioning;
using FreedomCities.Api.Database.Embedded;

namespace FreedomCities.Api.Tests.Database.Embedded;

[Collection<ProcessTests>]
public sealed class EmbeddedPostgresTests(PreparedFolder prepared, TestCluster cluster)
{
    [Fact]
    public void FirstStart_ServesTheSeedAndSaysWhere()
    {
        Assert.Equal(5, prepared.Questions.Length);
        Assert.Matches(@"(?m)^FreedomCities\.Api +http://127\.0\.0\.1:\d+$", prepared.Output);
        Assert.Matches(@"(?m)^Swagger UI +http://127\.0\.0\.1:\d+/swagger$", prepared.Output);
        Assert.Matches(@"(?m)^Try +curl http://127\.0\.0\.1:\d+/v1/faqs$", prepared.Output);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Server_IsReachedByAPrivateSocketAlone()
    {
        await using var folder = await prepared.Copy();
        await using var service = ProgramProcess.Serve(folder.Path, ("PGPORT", "1"));
        await service.Questions();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Cluster));
        Assert.Equal("", await folder.Ask<string>("show listen_addresses"));

        service.Signal("HUP"); // a closed terminal
        await service.Ends(0);
        Assert.False(folder.ServerLives);
    }

    [Fact(Explicit = true)]
    public Task KilledService_LeavesAServerThatTheNextStartFinds() => FindsItsServerAndStopsIt(folder => ProgramProcess.Serve(folder));

    [Fact(Explicit = true)]
    public async Task RootWithoutCapabilities_FindsItsServerAndStopsIt()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root has capabilities to lose.");
        await FindsItsServerAndStopsIt(ProgramProcess.ServeAsPlainRoot);
    }

    [Fact]
    public async Task ServerKilledUnderTheService_IsStartedAgainWhateverFailedBefore()
    {
        await using var folder = await prepared.Copy();
        await using var service = ProgramProcess.Serve(folder.Path);
        using var http = await service.Http();
        var transition = Path.Combine(folder.Path, "transition.lock");
        await Eventually.Is(
            () => Swap(() => File.Delete(transition), () => Directory.CreateDirectory(transition)),
            "nothing that can be locked");
        await Eventually.Is(
            () => service.Output.Contains("Supervision of the embedded database failed: ", StringComparison.Ordinal),
            "a line in the log");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "postgres.log"), new string('x', 10_000_001));
        Directory.Delete(transition);

        await folder.KillServer();

        // a probe's answer may be a second old
        await Eventually.Is(async () => (await http.GetAsync("/v1/faqs")).IsSuccessStatusCode, "it is read again");
        Assert.Equal(prepared.Questions, await service.Questions());
        await Eventually.Is(() => new FileInfo(Path.Combine(folder.Path, "postgres.log")).Length < 1_000_000, "a short log");
        Assert.Equal(1, service.Output.Split("Supervision of the embedded database failed").Length - 1);
        Assert.True(new FileInfo(Path.Combine(folder.Path, "postgres.log.1")).Length > 10_000_000);
        await service.Stop();
        Assert.False(folder.ServerLives);
    }

    [Fact(Explicit = true)]
    public async Task KilledServer_StartsAgainWhateverItsPidFilesSay()
    {
        await using var folder = await prepared.Copy();
        var foreign = Path.Combine(Path.GetDirectoryName(cluster.LogFile)!, "postgres", "postmaster.pid");
        var living = (await File.ReadAllLinesAsync(foreign))[0];
        foreach (var pid in new[] { "", $"{Environment.ProcessId}", living })
        {
            await using (var killed = ProgramProcess.Serve(folder.Path))
            {
                Assert.Equal(prepared.Questions, await killed.Questions());
                await killed.Kill();
            }

            await folder.KillServer();
            foreach (var file in new[] { folder.PidFile, Path.Combine(folder.Cluster, ".s.PGSQL.5432.lock") })
            {
                var lines = await File.ReadAllLinesAsync(file);
                await File.WriteAllLinesAsync(file, pid.Length == 0 ? [] : [pid, .. lines[1..]]);
            }
        }

        await using var service = ProgramProcess.Serve(folder.Path);
        Assert.Equal(prepared.Questions, await service.Questions());
        await service.Stop();
    }

    [Fact]
    public async Task CommandsBesideAService_UseItsServerAndLeaveItRunning()
    {
        await using var folder = await prepared.Copy();
        await using var service = ProgramProcess.Serve(folder.Path);
        await service.Questions();
        var server = folder.ServerId;
        var document = Path.Combine(folder.Path, "document.md");
        await File.WriteAllTextAsync(document, "# Other FAQ\n\n## Is it seen at once?\n\nYes.\n");

        Assert.Contains(
            "Nothing to migrate",
            (await ProgramProcess.Run(0, ["migrate", "--data", folder.Path])).Output,
            StringComparison.Ordinal);
        await ProgramProcess.Run(0, ["seed", "--data", folder.Path]);
        await ProgramProcess.Run(0, ["--data", folder.Path, "import", document]);

        var questions = await service.Questions();
        Assert.Equal([.. prepared.Questions, "Is it seen at once?"], questions);
        Assert.Equal(server, folder.ServerId);
        await service.Stop();
        Assert.False(folder.ServerLives);
    }

    [Fact(Explicit = true)]
    public async Task KilledBetweenItsStatements_TheNextEndsWithTheSeed()
    {
        await using var folder = await prepared.Copy();
        await using (await EmbeddedPostgres.Start(folder.Path, binaries: null, TextWriter.Null, CancellationToken.None))
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

    private static bool Swap(Action remove, Action make)
    {
        try
        {
            remove();
            make();
            return true;
        }
        catch (IOException)
        {
            return false; // the service was faster
        }
    }

    private async Task FindsItsServerAndStopsIt(Func<string, ProgramProcess> serve)
    {
        await using var folder = await prepared.Copy();
        await using (var killed = serve(folder.Path))
        {
            await killed.Questions();
            await killed.Kill();
        }

        var server = folder.ServerId;
        await using var service = serve(folder.Path);
        Assert.Equal(prepared.Questions, await service.Questions());
        Assert.Equal(server, folder.ServerId);
        await service.Stop();
        Assert.False(folder.ServerLives);
    }
}
