using System.Collections.Concurrent;
using System.Globalization;
using FreedomCities.Api.Database.Notifications;
using Npgsql;

namespace FreedomCities.Api.Database.Reads;

/// <summary>
/// Connections for requests, which only read. With several hosts, reads go to a standby that has replayed all notified changes, otherwise
/// to the primary. While the primary is down they go to a standby that may lag.
/// </summary>
internal sealed class ReadConnections : IAsyncDisposable
{
    // Milliseconds until the next attempt to get the position of the primary, when it doesn't respond or no listener works.
    private const long RetryInterval = 1_000;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource? _primary;
    private readonly PrimaryPosition _primaryPosition;
    private readonly ContentChanges _changes;
    private readonly PreparedStatementSupport _preparedStatements;
    private readonly string _statementTimeout;
    private readonly ConcurrentDictionary<(string? Host, int Port), long> _replayed = new();
    private readonly Lock _lock = new();
    private (Task<string?> Position, long Version, long At) _latest = (Task.FromResult<string?>(null), -1, 0);
    private long _unverifiedReads;

    public ReadConnections(
        NpgsqlDataSource source,
        NpgsqlDataSource background,
        ContentChanges changes,
        PreparedStatementSupport preparedStatements,
        TimeSpan statementTimeout)
    {
        (_source, _primaryPosition, _changes, _preparedStatements) = (source, new(background), changes, preparedStatements);
        _statementTimeout = statementTimeout.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        if (source is NpgsqlMultiHostDataSource hosts)
        {
            _source = hosts.WithTargetSession(TargetSessionAttributes.PreferStandby);
            _primary = hosts.WithTargetSession(TargetSessionAttributes.Primary);
        }
    }

    /// <summary>Connections opened to a standby that may lack a change which this instance was notified of, or has read.</summary>
    public long UnverifiedReads => Volatile.Read(ref _unverifiedReads);

    public async ValueTask<NpgsqlConnection> Open(CancellationToken ct)
    {
        if (_primary is null)
        {
            return await _source.OpenConnectionAsync(ct);
        }

        return await OpenStandby(ct) ?? await OpenPrimary(_primary, ct) ?? await OpenAny(ct);
    }

    /// <summary>As <see cref="Queries.Use"/>. When the host fails meanwhile, once more on another one.</summary>
    public async Task<T> Use<T>(Func<ReadConnection, CancellationToken, Task<T>> use, CancellationToken ct)
    {
        try
        {
            return await UseOnce(use, ct);
        }
        catch (Exception e) when (ShouldRetry(e) && !ct.IsCancellationRequested)
        {
            return await UseOnce(use, ct);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private Task<T> UseOnce<T>(Func<ReadConnection, CancellationToken, Task<T>> use, CancellationToken ct) =>
        Queries.Use(Open, (connection, end) => use(new ReadConnection(connection, _statementTimeout, _preparedStatements), end), ct);

    private bool ShouldRetry(Exception failure)
    {
        if (failure is NpgsqlException and not (PostgresException or PreparedStatementLostException))
        {
            _preparedStatements.Reset();
        }

        return failure is PreparedStatementLostException || (_primary is not null && failure is NpgsqlException { IsTransient: true });
    }

    private async Task<NpgsqlConnection?> OpenStandby(CancellationToken ct)
    {
        // Without a listener this instance may have read a change from the primary without being notified of it.
        if (!_changes.IsListening)
        {
            return null;
        }

        var version = _changes.Version;
        var connection = await _source.OpenConnectionAsync(ct);
        try
        {
            if (await HasReplayed(connection, version, ct))
            {
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private async Task<bool> HasReplayed(NpgsqlConnection connection, long version, CancellationToken ct)
    {
        var host = (connection.Host, connection.Port);
        if (_replayed.TryGetValue(host, out var replayed) && replayed >= version)
        {
            return true;
        }

        if (await FindPosition(version) is not { } position || !await PrimaryPosition.IsReplayed(connection, position, ct))
        {
            return false;
        }

        _replayed[host] = version;
        return true;
    }

    private async Task<NpgsqlConnection?> OpenPrimary(NpgsqlDataSource primary, CancellationToken ct)
    {
        try
        {
            return await FindPosition(_changes.Version) is null ? null : await primary.OpenConnectionAsync(ct);
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    private ValueTask<NpgsqlConnection> OpenAny(CancellationToken ct)
    {
        Interlocked.Increment(ref _unverifiedReads);
        return _source.OpenConnectionAsync(ct);
    }

    /// <summary>Position of the primary after a change was notified; null: it is down. Simultaneous callers share one query.</summary>
    private Task<string?> FindPosition(long version)
    {
        lock (_lock)
        {
            var (position, latestVersion, at) = _latest;
            var isUncertain = position.IsCompletedSuccessfully && (position.Result is null || !_changes.IsListening);
            if (latestVersion < version || (isUncertain && Environment.TickCount64 - at >= RetryInterval))
            {
                _latest = (_primaryPosition.Find(), version, Environment.TickCount64);
            }

            return _latest.Position;
        }
    }
}
