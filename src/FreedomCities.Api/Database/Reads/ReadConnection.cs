using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database.Reads;

/// <summary>
/// A connection for the statements of one request. It relies on nothing that lasts longer than a transaction, because a pooler may give each
/// transaction another session: the time limit travels with the statement.
/// </summary>
internal sealed class ReadConnection(NpgsqlConnection connection, string limit, PreparedStatements prepared)
{
    // Until the end of the transaction. The process tells whether the server itself answers: see PreparedStatements.
    private const string LimitSql = """
        select
          pg_backend_pid(),
          set_config('statement_timeout', @Limit, true),
          set_config('plan_cache_mode', @Plans, true)
        """;

    private const string PlannedOnce = "force_generic_plan"; // by itself the server would plan anew for ever, if it happens to guess that to be cheaper
    private const string PlannedForItsParameters = "force_custom_plan";

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public NpgsqlConnection Connection => connection;

    /// <summary>Runs a statement that PostgreSQL plans for these parameters.</summary>
    public Task<T[]> Query<T>(string sql, object parameters, CancellationToken ct) =>
        Run(PlannedForItsParameters, isPrepared: false, [Statement(sql, parameters)], reader => Rows(reader, Row<T>(reader), ct), ct);

    /// <summary>Runs a statement that is run often, parsed once for a connection, and planned for these parameters.</summary>
    public Task<T[]> QueryOften<T>(string sql, object parameters, CancellationToken ct) =>
        Run(PlannedForItsParameters, isPrepared: true, [Statement(sql, parameters)], reader => Rows(reader, Row<T>(reader), ct), ct);

    /// <summary>The same of several statements with the same parameters, one after the other.</summary>
    /// <param name="read">Reads the result of each.</param>
    public Task<T> Query<T>(string[] statements, object parameters, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct) =>
        Run(PlannedForItsParameters, isPrepared: true, Array.ConvertAll(statements, sql => Statement(sql, parameters)), read, ct);

    /// <summary>
    /// Runs a statement that PostgreSQL plans once for a connection, whatever the parameters are: for statements without optional filters
    /// that take longer to plan than to run. Parameters have their types, also for null.
    /// </summary>
    public Task<T[]> Prepared<T>(string sql, NpgsqlParameter[] parameters, CancellationToken ct) =>
        Prepared(sql, parameters, reader => reader.GetRowParser<T>(), ct);

    /// <param name="rows">Makes what reads a row.</param>
    public Task<T[]> Prepared<T>(string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, Func<DbDataReader, T>> rows, CancellationToken ct) =>
        Run(PlannedOnce, isPrepared: true, [Statement(sql, parameters)], reader => Rows(reader, rows(reader), ct), ct);

    /// <summary>The rows of one of several results; the reader stands at the next one afterwards.</summary>
    public static async Task<T[]> Result<T>(NpgsqlDataReader reader, CancellationToken ct)
    {
        var rows = await Rows(reader, Row<T>(reader), ct);
        await reader.NextResultAsync(ct);
        return rows;
    }

    // One round trip, one transaction.
    private async Task<T> Run<T>(
        string plans, bool isPrepared, NpgsqlBatchCommand[] statements, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(LimitSql) { Parameters = { new("Limit", limit), new("Plans", plans) } } },
        };
        Array.ForEach(statements, batch.BatchCommands.Add);
        isPrepared = isPrepared && prepared.Survive(connection);
        try
        {
            if (isPrepared)
            {
                await batch.PrepareAsync(ct);
            }

            await using var reader = await batch.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            prepared.Observe(connection, reader.GetInt32(0), isPrepared);
            await reader.NextResultAsync(ct);
            return await read(reader);
        }
        catch (NpgsqlException e) when (isPrepared && PreparedStatements.IsLoss(e))
        {
            throw prepared.Lost(connection);
        }
    }

    private static NpgsqlBatchCommand Statement(string sql, object parameters) =>
        Statement(sql, Array.ConvertAll(
            Properties.GetOrAdd(parameters.GetType(), type => type.GetProperties()),
            p => new NpgsqlParameter(p.Name, p.GetValue(parameters) ?? DBNull.Value)));

    private static NpgsqlBatchCommand Statement(string sql, NpgsqlParameter[] parameters)
    {
        var statement = new NpgsqlBatchCommand(sql);
        statement.Parameters.AddRange(Array.ConvertAll(parameters, p => p.Clone())); // each belongs to one statement, and there may be another attempt
        return statement;
    }

    // Dapper's parsers of these return objects.
    private static Func<DbDataReader, T> Row<T>(NpgsqlDataReader reader) =>
        typeof(T) == typeof(string) || typeof(T) == typeof(byte[]) ? row => row.GetFieldValue<T>(0) : reader.GetRowParser<T>();

    private static async Task<T[]> Rows<T>(NpgsqlDataReader reader, Func<DbDataReader, T> row, CancellationToken ct)
    {
        var items = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            items.Add(row(reader));
        }

        return [.. items];
    }
}
