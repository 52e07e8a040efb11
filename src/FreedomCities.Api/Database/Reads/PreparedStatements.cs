using System.Collections.Concurrent;
using Npgsql;

namespace FreedomCities.Api.Database.Reads;

/// <summary>A prepared statement was gone when it was run: the same again, without.</summary>
internal sealed class PreparedStatementLostException() : NpgsqlException("A pooler has lost a prepared statement.");

/// <summary>
/// Whether prepared statements survive from one transaction to the next: on a connection to the server itself they do, behind a pooler that is
/// tried. Each answer tells which process made it; a pooler doesn't know that when it greets its client.
/// </summary>
internal sealed class PreparedStatements(DatabaseServer server)
{
    private const int Rounds = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Until a pooler that couldn't be tried, or that has lost a statement, is tried again.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string? Host, int Port), Answer> _answers = new();

    /// <summary>False until it is known.</summary>
    public bool Survive(NpgsqlConnection connection) => _answers.TryGetValue(Key(connection), out var answer) && answer is { Survive: true };

    /// <summary>Takes note of the process that has answered.</summary>
    /// <exception cref="PreparedStatementLostException">It isn't the server that the statements were prepared for: what follows may be another's.</exception>
    public void Observe(NpgsqlConnection connection, int process, bool isPrepared)
    {
        var key = Key(connection);
        _answers.TryGetValue(key, out var answer);
        if (process == connection.ProcessID)
        {
            if (answer is not { IsDirect: true })
            {
                _answers[key] = Answer.Direct;
            }

            return;
        }

        if (IsToTry(key, answer))
        {
            _ = Try(key);
        }

        if (isPrepared && answer is not { IsDirect: false, Survive: true })
        {
            throw new PreparedStatementLostException();
        }
    }

    /// <summary>Whether a failure says that a statement is gone, or that another of its name is there.</summary>
    public static bool IsLoss(NpgsqlException failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.InvalidSqlStatementName or PostgresErrorCodes.DuplicatePreparedStatement };

    public PreparedStatementLostException Lost(NpgsqlConnection connection)
    {
        _answers[Key(connection)] = Answer.Unknown();
        return new PreparedStatementLostException();
    }

    /// <summary>After a failure another program may answer at the same address.</summary>
    public void Forget() => _answers.Clear();

    /// <summary>
    /// Tries it: another client takes the session in which a statement was prepared, if the pooler lets it, so that the statement has to be run
    /// in another one.
    /// </summary>
    public async Task<bool> SurviveBehind(string host, int port, CancellationToken ct)
    {
        await using var first = server.Unpooled(host, port);
        await using var second = server.Unpooled(host, port);
        await first.OpenAsync(ct);
        await second.OpenAsync(ct);
        var own = Guid.NewGuid().ToString("N"); // a statement that another client has prepared under the same name must not answer for it
        await using var prepared = new NpgsqlCommand($"select pg_backend_pid() || ' {own}'", first);
        try
        {
            await prepared.PrepareAsync(ct);
            for (var round = 0; round < Rounds; round++)
            {
                var before = await Run(prepared, ct);
                await using var taken = await second.BeginTransactionAsync(ct);
                await using var take = new NpgsqlCommand("select 1", second, taken);
                await take.ExecuteScalarAsync(ct);
                if (await Run(prepared, ct) is var after && after != before)
                {
                    return after.EndsWith(own, StringComparison.Ordinal);
                }
            }

            return true; // each client has a session of its own
        }
        catch (PostgresException e) when (IsLoss(e))
        {
            return false;
        }
        finally
        {
            await prepared.UnprepareAsync(ct);
        }
    }

    private static (string? Host, int Port) Key(NpgsqlConnection connection) => (connection.Host, connection.Port);

    // True once, however many connections see it.
    private bool IsToTry((string? Host, int Port) pooler, Answer? answer) => answer switch
    {
        null => _answers.TryAdd(pooler, Answer.Unknown()),
        { IsDirect: false, Survive: true } => false,
        { IsDirect: false } when answer.Age < Pause => false,
        _ => _answers.TryUpdate(pooler, Answer.Unknown(), answer),
    };

    private async Task Try((string? Host, int Port) pooler)
    {
        try
        {
            using var end = new CancellationTokenSource(Patience);
            _answers[pooler] = new Answer(IsDirect: false, await SurviveBehind(pooler.Host!, pooler.Port, end.Token), Environment.TickCount64);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            _answers[pooler] = Answer.Unknown(); // as when it has a single connection to the server
        }
    }

    private static async Task<string> Run(NpgsqlCommand prepared, CancellationToken ct) => (string)(await prepared.ExecuteScalarAsync(ct))!;

    private sealed record Answer(bool IsDirect, bool Survive, long At)
    {
        public static readonly Answer Direct = new(IsDirect: true, Survive: true, At: 0);

        public TimeSpan Age => TimeSpan.FromMilliseconds(Environment.TickCount64 - At);

        public static Answer Unknown() => new(IsDirect: false, Survive: false, Environment.TickCount64);
    }
}
