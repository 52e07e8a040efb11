using System.Collections.Concurrent;
using System.Globalization;
using FreedomCities.Api.Database.Notifications;
using Npgsql;

namespace FreedomCities.Api.Database.Reads;

/// <summary>
/// The connections of requests, which only read. Where there are several hosts: to a standby that has replayed all changes that were heard
/// of, else to the primary, and when that is away to a standby as it is.
/// </summary>
internal sealed class ReadConnections : IAsyncDisposable
{
    // Until the primary is asked again when it hasn't answered or when nobody would hear of a change.
    private const long Pause = 1_000;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource? _primary;
    private readonly PrimaryPosition _primaryPosition;
    private readonly ContentChanges _changes;
    private readonly PreparedStatements _prepared;
    private readonly string _limit;
    private readonly ConcurrentDictionary<(string? Host, int Port), long> _replayed = new();
    private readonly Lock _lock = new();
    private (Task<string?> Position, long Version, long At) _asked = (Task.FromResult<string?>(null), -1, 0);
    private long _unverifiedReads;

    /// <param name="limit">For each statement.</param>
    public ReadConnections(
        NpgsqlDataSource source, NpgsqlDataSource background, ContentChanges changes, PreparedStatements prepared, TimeSpan limit)
    {
        (_source, _primaryPosition, _changes, _prepared) = (source, new(background), changes, prepared);
        _limit = limit.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        if (source is NpgsqlMultiHostDataSource hosts)
        {
            _source = hosts.WithTargetSession(TargetSessionAttributes.PreferStandby);
            _primary = hosts.WithTargetSession(TargetSessionAttributes.Primary);
        }
    }

    /// <summary>How many connections were given that may lack a change which this instance has heard of, or has read.</summary>
    public long UnverifiedReads => Volatile.Read(ref _unverifiedReads);

    public async ValueTask<NpgsqlConnection> Open(CancellationToken ct) =>
        _primary is null ? await _source.OpenConnectionAsync(ct)
        : await OpenStandby(ct) ?? await OpenPrimary(_primary, ct) ?? await OpenAny(ct);

    /// <summary>As <see cref="Queries.Use"/>; when one of several hosts has gone meanwhile, on another.</summary>
    public async Task<T> Use<T>(Func<ReadConnection, CancellationToken, Task<T>> use, CancellationToken ct)
    {
        try
        {
            return await UseOnce(use, ct);
        }
        catch (Exception e) when (IsWorthAnother(e) && !ct.IsCancellationRequested)
        {
            return await UseOnce(use, ct);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private Task<T> UseOnce<T>(Func<ReadConnection, CancellationToken, Task<T>> use, CancellationToken ct) =>
        Queries.Use(Open, (connection, end) => use(new ReadConnection(connection, _limit, _prepared), end), ct);

    private bool IsWorthAnother(Exception failure)
    {
        if (failure is NpgsqlException and not (PostgresException or PreparedStatementLostException))
        {
            _prepared.Forget();
        }

        return failure is PreparedStatementLostException || (_primary is not null && failure is NpgsqlException { IsTransient: true });
    }

    private async Task<NpgsqlConnection?> OpenStandby(CancellationToken ct)
    {
        // A change that nobody hears of any more may have been read from the primary.
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

        if (await Position(version) is not { } position || !await PrimaryPosition.IsReplayed(connection, position, ct))
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
            return await Position(_changes.Version) is null ? null : await primary.OpenConnectionAsync(ct);
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

    /// <summary>Where the primary's log was after a change was heard of; null: it is away. Asked once, however many want to know.</summary>
    private Task<string?> Position(long version)
    {
        lock (_lock)
        {
            var (position, of, at) = _asked;
            var mayBeAway = position.IsCompletedSuccessfully && (position.Result is null || !_changes.IsListening);
            if (of < version || (mayBeAway && Environment.TickCount64 - at >= Pause))
            {
                _asked = (_primaryPosition.Read(), version, Environment.TickCount64);
            }

            return _asked.Position;
        }
    }
}
