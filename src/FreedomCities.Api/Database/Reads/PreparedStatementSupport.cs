using System.Collections.Concurrent;
using Npgsql;

namespace FreedomCities.Api.Database.Reads;

/// <summary>
/// Whether prepared statements persist across transactions. On a direct connection to the server they do. Behind a pooler a probe finds
/// out. Each result has the id of its backend process. A pooler doesn't know that id when a client connects, so another id reveals it.
/// </summary>
internal sealed class PreparedStatementSupport(DatabaseServer server)
{
    private const int ProbeRounds = 8;

    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);

    // Until the next probe of a pooler that couldn't be probed, or that has lost a statement.
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string? Host, int Port), Support> _hosts = new();

    /// <summary>Whether prepared statements survive. False until the first probe.</summary>
    public bool IsSupported(NpgsqlConnection connection) =>
        _hosts.TryGetValue(Key(connection), out var support) && support is { IsSupported: true };

    /// <summary>Records which backend process ran a statement.</summary>
    /// <exception cref="PreparedStatementLostException">
    /// It isn't the server that the statements were prepared on: the results may belong to another client's statement.
    /// </exception>
    public void ObserveBackend(NpgsqlConnection connection, int processId, bool isPrepared)
    {
        var key = Key(connection);
        _hosts.TryGetValue(key, out var support);
        if (processId == connection.ProcessID)
        {
            if (support is not { IsDirect: true })
            {
                _hosts[key] = Support.Direct;
            }

            return;
        }

        if (TryBeginProbe(key, support))
        {
            _ = Probe(key);
        }

        if (isPrepared && support is not { IsDirect: false, IsSupported: true })
        {
            throw new PreparedStatementLostException();
        }
    }

    /// <summary>Whether a failure says that a prepared statement is missing, or that another one has its name.</summary>
    public static bool IsStatementLost(NpgsqlException failure) =>
        failure is PostgresException
        {
            SqlState: PostgresErrorCodes.InvalidSqlStatementName or PostgresErrorCodes.DuplicatePreparedStatement,
        };

    /// <summary>Prepares no statements on this host until the next probe.</summary>
    public PreparedStatementLostException MarkLost(NpgsqlConnection connection)
    {
        _hosts[Key(connection)] = Support.Unknown();
        return new PreparedStatementLostException();
    }

    /// <summary>After a failure another server or pooler may listen at the same address.</summary>
    public void Reset() => _hosts.Clear();

    /// <summary>
    /// A second client takes over the session in which the first has prepared a statement, if the pooler allows it. The first one then has
    /// to run its statement in another session.
    /// </summary>
    public async Task<bool> ProbePooler(string host, int port, CancellationToken ct)
    {
        await using var first = server.CreateUnpooledConnection(host, port);
        await using var second = server.CreateUnpooledConnection(host, port);
        await first.OpenAsync(ct);
        await second.OpenAsync(ct);
        var marker = Guid.NewGuid().ToString("N"); // tells it from a statement that another client has prepared under the same name
        await using var prepared = new NpgsqlCommand($"select pg_backend_pid() || ' {marker}'", first);
        try
        {
            await prepared.PrepareAsync(ct);
            for (var round = 0; round < ProbeRounds; round++)
            {
                var before = await Run(prepared, ct);
                await using var transaction = await second.BeginTransactionAsync(ct);
                await using var takeover = new NpgsqlCommand("select 1", second, transaction);
                await takeover.ExecuteScalarAsync(ct);
                var after = await Run(prepared, ct);
                if (after != before)
                {
                    return after.EndsWith(marker, StringComparison.Ordinal);
                }
            }

            return true; // no pooling: each client has its own session
        }
        catch (PostgresException e) when (IsStatementLost(e))
        {
            return false;
        }
        finally
        {
            await prepared.UnprepareAsync(ct);
        }
    }

    private static (string? Host, int Port) Key(NpgsqlConnection connection) => (connection.Host, connection.Port);

    /// <summary>Of all connections that observe a pooler, one begins the probe.</summary>
    private bool TryBeginProbe((string? Host, int Port) pooler, Support? support) => support switch
    {
        null => _hosts.TryAdd(pooler, Support.Unknown()),
        { IsDirect: false, IsSupported: true } => false,
        { IsDirect: false } when support.Age < ProbeInterval => false,
        _ => _hosts.TryUpdate(pooler, Support.Unknown(), support),
    };

    private async Task Probe((string? Host, int Port) pooler)
    {
        try
        {
            using var timeout = new CancellationTokenSource(ProbeTimeout);
            var isSupported = await ProbePooler(pooler.Host!, pooler.Port, timeout.Token);
            _hosts[pooler] = new Support(IsDirect: false, isSupported, Environment.TickCount64);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            _hosts[pooler] = Support.Unknown(); // inconclusive, for example because the pooler has only one connection to the server
        }
    }

    private static async Task<string> Run(NpgsqlCommand prepared, CancellationToken ct) => (string)(await prepared.ExecuteScalarAsync(ct))!;

    private sealed record Support(bool IsDirect, bool IsSupported, long At)
    {
        public static readonly Support Direct = new(IsDirect: true, IsSupported: true, At: 0);

        public TimeSpan Age => TimeSpan.FromMilliseconds(Environment.TickCount64 - At);

        public static Support Unknown() => new(IsDirect: false, IsSupported: false, Environment.TickCount64);
    }
}
