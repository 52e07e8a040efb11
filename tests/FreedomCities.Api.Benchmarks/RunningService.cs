using System.Diagnostics;
using Dapper;
using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Search.Embeddings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomCities.Api.Benchmarks;

/// <summary>The service itself, on a free port of the loopback.</summary>
internal sealed class RunningService(WebApplication app, HttpClient http) : IAsyncDisposable
{
    private const string LastEntrySql = """
        select r.slug, t.language, left(t.question || ' ' || t.answer_text, 200) as text
        from faq f
        join record r on r.id = f.id
        join faq_translation t on t.faq_id = f.id
        order by f.position desc, t.language
        limit 1
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public IServiceProvider Services => app.Services;

    public HttpClient Http => http;

    public Ask Ask { get; } = new(http);

    public static async Task<RunningService> Start(DatabaseServer server, CancellationToken ct, params string[] settings)
    {
        var builder = Program.Builder(
            ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", "--RateLimits:Enabled=false", .. settings]);
        var app = Program.Build(builder, ServiceSettings.Read(builder.Configuration), server);
        await app.StartAsync(ct);
        return new RunningService(app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
    }

    public Task UntilReady(CancellationToken ct) => Until(() => Ask.IsReady(ct), TimeSpan.FromMilliseconds(20), ct);

    /// <summary>Makes and stores the vectors of a database, as an earlier run of the service would have.</summary>
    public static async Task StoreVectors(DatabaseServer server, CancellationToken ct)
    {
        await using var service = await Start(server, ct);
        await service.UntilReady(ct);
        await service.UntilEmbedded(ct);
    }

    /// <summary>Until all documents have their vectors.</summary>
    public async Task UntilEmbedded(CancellationToken ct)
    {
        var embedder = Services.GetRequiredService<DocumentEmbedder>();
        while (embedder.PendingCount > 0)
        {
            await Task.Delay(20, ct);
        }
    }

    /// <summary>Until search finds the entry that was filled in last by its own words.</summary>
    public async Task UntilFound(ScratchDatabase database, CancellationToken ct)
    {
        await using var superuser = await database.Superuser(ct);
        var (slug, language, text) = await superuser.QueryFirstAsync<(string, string, string)>(new(LastEntrySql, cancellationToken: ct));
        await Until(
            async () => (await Ask.Search(Typing.Cut(text), language, ["faq"], ct)).Slugs.Contains(slug),
            TimeSpan.FromMilliseconds(20),
            ct);
    }

    /// <summary>How long it took until the condition held.</summary>
    public static async Task<TimeSpan> Until(Func<Task<bool>> condition, TimeSpan pause, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > Patience)
            {
                throw new ConfigurationException(
                    $"The service wasn't ready, or search didn't find an entry, in {Patience.TotalSeconds} s.");
            }

            await Task.Delay(pause, ct);
        }

        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
