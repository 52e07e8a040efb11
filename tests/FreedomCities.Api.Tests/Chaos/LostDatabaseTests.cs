using System.Diagnostics;
using System.Net;
using Npgsql;

namespace FreedomCities.Api.Tests.Chaos;

/// <summary>
/// Readers of a database that crashes or stands still: cached responses are served, the rest refused in time, and afterwards all is as before.
/// </summary>
/// <remarks>Under load, and therefore run by `./dev chaos` only; ResponseCacheTruthTests has the same in small.</remarks>
[Collection<ProcessTests>]
public sealed class LostDatabaseTests(PreparedFolder prepared)
{
    private const string CachedPath = "/v1/faqs";
    private const int Readers = 64; // more than there are connections

    [Fact(Explicit = true)]
    public async Task KilledBackend_FailsNoCachedReadAndRecoversWithPostgreSql()
    {
        await using var folder = await prepared.Copy();
        await using var service = ProgramProcess.Serve(folder.Path, ("DeadlineSeconds", "4"), ("RateLimits__Reads__Requests", Load.Flood));
        using var http = await service.Http();
        var load = new Load(Asked, http);
        await load.During(Readers, async () =>
        {
            await load.More(20, IsCurrent, "cached responses that are current");
            await load.More(20, IsRead, "answers from the database");
            var backend =
                await folder.Ask<int>(
                    "select pid from pg_stat_activity where datname = 'freedomcities' and application_name = 'FreedomCities.Api' limit 1");
            await DataFolder.Execute("kill", "-9", $"{backend}"); // PostgreSQL ends all others too
            await Eventually.Is(() => IsBack(folder, backend), "PostgreSQL is back");
            var clock = Stopwatch.StartNew();
            await load.More(20, IsRead, "answers from the database");
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        });

        AllAreServed(load, late: TimeSpan.FromSeconds(10));
        await service.Stop();
    }

    [Fact(Explicit = true)]
    public async Task StoppedDatabase_EveryAnswerIsInTime()
    {
        await using var folder = await prepared.Copy();
        await using var service = ProgramProcess.Serve(folder.Path, ("DeadlineSeconds", "2"), ("RateLimits__Reads__Requests", Load.Flood));
        using var http = await service.Http();
        var load = new Load(Asked, http);
        await load.During(Readers, async () =>
        {
            await load.More(20, IsCurrent, "cached responses that are current");
            await load.More(20, IsRead, "answers from the database");
            await folder.Signal("STOP");
            await load.More(20, a => a is { Path: CachedPath, Age: not null }, "cached responses, with their age");
            await load.More(20, a => a.Status == 503, "refusals");
            await folder.Signal("CONT");
            await load.More(20, IsRead, "answers from the database");
            await load.More(20, IsCurrent, "cached responses that are current");
        });

        AllAreServed(load, late: TimeSpan.FromSeconds(5)); // the deadline, on a machine that has other work to do
        await service.Stop();
    }

    // An address where there is nothing is asked of the database each time.
    private static string Asked(int number) => number % 2 == 0 ? CachedPath : $"/v1/faqs/nothing-{number}";

    private static bool IsCurrent(LoadAnswer answer) => answer is { Path: CachedPath, Status: 200, Age: null };

    private static bool IsRead(LoadAnswer answer) => answer.Status == (int)HttpStatusCode.NotFound;

    private static void AllAreServed(Load load, TimeSpan late)
    {
        Assert.DoesNotContain(load.Answers, a => a.Path == CachedPath ? a.Status != 200 : a.Status is not (404 or 503));
        Assert.DoesNotContain(load.Answers, a => a.Status == 503 && a.RetryAfter != "5");
        Assert.DoesNotContain(load.Answers, a => a.Took > late);
    }

    private static async Task<bool> IsBack(DataFolder folder, int killed)
    {
        try
        {
            return await folder.Ask<long>($"select count(*) from pg_stat_activity where pid = {killed}") == 0;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
