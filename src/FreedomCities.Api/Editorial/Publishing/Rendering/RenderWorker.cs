using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing.Rendering;

/// <summary>
/// Renders what changes without an edit, when its time comes, and what another writer than a publishing transaction has left in
/// render_queue. Of several instances one does it.
/// </summary>
internal sealed class RenderWorker(
    [FromKeyedServices(DatabaseModule.Background)] NpgsqlDataSource database, TimeProvider clock,
    ILogger<RenderWorker> log) : BackgroundService
{
    private const string IsDueSql = """
        select exists (select from render_queue) or exists (select from served where changes_at <= @Now)
        """;

    private const string TryLockSql = "select pg_try_advisory_xact_lock(publish_lock_key())";

    private const string QueueDueSql = """
        insert into render_queue (record_id, caused_by)
        select distinct record_id, record_id
        from served
        where changes_at <= @Now
        on conflict do nothing
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Whether the documents were up to date once since the start.</summary>
    public bool HasCaughtUp { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                HasCaughtUp |= await Render(stoppingToken);
                failures = 0;
                await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e)
            {
                await Backoff.Pause(log, "Rendering of documents failed", e, failures++, stoppingToken);
            }
        }
    }

    /// <returns>False: another transaction is publishing.</returns>
    private async Task<bool> Render(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var due = new { Now = clock.GetUtcNow() };
        if (!await connection.QueryFirst<bool>(IsDueSql, due, ct))
        {
            return true;
        }

        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await connection.QueryFirst<bool>(TryLockSql, new { }, ct))
        {
            return false;
        }

        await connection.Execute(QueueDueSql, due, ct);
        await new DocumentRenderer(connection, due.Now, ct).RenderQueued();
        await transaction.CommitAsync(ct);
        return true;
    }
}
