using Dapper;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What it takes to find the contacts of a postal code among many.</summary>
internal static class LocateSpeed
{
    private const int Times = 2_000;

    private const string CodesSql = "select code from postal_code order by md5(code) limit 500";

    public static async Task Run(CancellationToken ct)
    {
        await using var database = await ScratchDatabase.Start(ct);
        await using var superuser = await database.Superuser(ct);
        var fill = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "many-contacts.sql"), ct);
        await superuser.ExecuteAsync(new(fill, commandTimeout: 0, cancellationToken: ct));
        string[] codes = [.. await superuser.QueryAsync<string>(new(CodesSql, cancellationToken: ct))];
        var contacts = await superuser.ExecuteScalarAsync<long>(new("select count(*) from contact", cancellationToken: ct));

        await using var service = await RunningService.Start(database.Server, ct);
        await service.UntilReady(ct);
        var http = await Timing.Measure(Times, i => service.Ask.LocateUnread(codes[i % codes.Length], ct), _ => service.Ask.Nothing(ct));
        Console.WriteLine(Invariant($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {contacts:N0} contacts, {codes.Length} postal codes, {Times:N0} asked"));
        Console.WriteLine($"  locate over HTTP    {http[0]}");
        Console.WriteLine($"  GET /health/live    {http[1]}");
        Console.WriteLine(Invariant($"  the difference      median {http[0].Median - http[1].Median:0.000} ms"));
    }
}
