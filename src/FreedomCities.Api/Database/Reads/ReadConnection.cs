using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database.Reads;

/// <summary>
/// A connection for the statements of one request. It uses nothing that outlives a transaction, because a pooler may run each transaction
/// in another session: the statement timeout is sent with the statement.
/// </summary>
internal sealed class ReadConnection(NpgsqlConnection connection, string statementTimeout, PreparedStatementSupport preparedStatements)
{
    // Valid until the end of the transaction. The process id tells whether the server itself responds: see PreparedStatementSupport.
    private const string SettingsSql = """
        select
          pg_backend_pid(),
          set_config('statement_timeout', @Timeout, true),
          set_config('plan_cache_mode', @PlanCacheMode, true)
        """;

    private const string GenericPlan = "force_generic_plan"; // in mode auto the server replans each time if it estimates that as cheaper
    private const string CustomPlan = "force_custom_plan";

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public NpgsqlConnection Connection => connection;

    /// <summary>Runs a statement with a custom plan, unprepared.</summary>
    public Task<T[]> Query<T>(string sql, object parameters, CancellationToken ct) =>
        Run(CustomPlan, isPrepared: false, [Statement(sql, parameters)], reader => ReadRows(reader, Row<T>(reader), ct), ct);

    /// <summary>Runs a statement with a custom plan, prepared: parsed once for a connection, planned for these parameters.</summary>
    public Task<T[]> QueryPrepared<T>(string sql, object parameters, CancellationToken ct) =>
        Run(CustomPlan, isPrepared: true, [Statement(sql, parameters)], reader => ReadRows(reader, Row<T>(reader), ct), ct);

    /// <summary>Runs several statements with the same parameters, one after the other; prepared, with custom plans.</summary>
    /// <param name="read">Reads the result of each.</param>
    public Task<T> QueryPrepared<T>(string[] statements, object parameters, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct) =>
        Run(CustomPlan, isPrepared: true, Array.ConvertAll(statements, sql => Statement(sql, parameters)), read, ct);

    /// <summary>
    /// Runs a statement with a generic plan, which PostgreSQL makes once for a connection: for statements without optional filters that
    /// take longer to plan than to run. Parameters need a type even when they are null.
    /// </summary>
    public Task<T[]> QueryWithGenericPlan<T>(string sql, NpgsqlParameter[] parameters, CancellationToken ct) =>
        QueryWithGenericPlan(sql, parameters, reader => reader.GetRowParser<T>(), ct);

    /// <param name="createParser">Creates the function that reads a row.</param>
    public Task<T[]> QueryWithGenericPlan<T>(
        string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, Func<DbDataReader, T>> createParser, CancellationToken ct) =>
        Run(GenericPlan, isPrepared: true, [Statement(sql, parameters)], reader => ReadRows(reader, createParser(reader), ct), ct);

    /// <summary>Reads the rows of one of several results, and moves the reader to the next one.</summary>
    public static async Task<T[]> ReadResult<T>(NpgsqlDataReader reader, CancellationToken ct)
    {
        var rows = await ReadRows(reader, Row<T>(reader), ct);
        await reader.NextResultAsync(ct);
        return rows;
    }

    // One round trip, one transaction.
    private async Task<T> Run<T>(
        string planCacheMode, bool isPrepared, NpgsqlBatchCommand[] statements, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(SettingsSql) { Parameters = { new("Timeout", statementTimeout), new("PlanCacheMode", planCacheMode) } } },
        };
        Array.ForEach(statements, batch.BatchCommands.Add);
        isPrepared = isPrepared && preparedStatements.IsSupported(connection);
        try
        {
            if (isPrepared)
            {
                await batch.PrepareAsync(ct);
            }

            await using var reader = await batch.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            preparedStatements.ObserveBackend(connection, reader.GetInt32(0), isPrepared);
            await reader.NextResultAsync(ct);
            return await read(reader);
        }
        catch (NpgsqlException e) when (isPrepared && PreparedStatementSupport.IsStatementLost(e))
        {
            throw preparedStatements.MarkLost(connection);
        }
    }

    private static NpgsqlBatchCommand Statement(string sql, object parameters) =>
        Statement(sql, Array.ConvertAll(
            Properties.GetOrAdd(parameters.GetType(), type => type.GetProperties()),
            p => new NpgsqlParameter(p.Name, p.GetValue(parameters) ?? DBNull.Value)));

    private static NpgsqlBatchCommand Statement(string sql, NpgsqlParameter[] parameters)
    {
        var statement = new NpgsqlBatchCommand(sql);
        statement.Parameters.AddRange(Array.ConvertAll(parameters, p => p.Clone())); // one object per statement, for retries
        return statement;
    }

    // Dapper's parsers of these types return objects.
    private static Func<DbDataReader, T> Row<T>(NpgsqlDataReader reader) =>
        typeof(T) == typeof(string) || typeof(T) == typeof(byte[]) ? row => row.GetFieldValue<T>(0) : reader.GetRowParser<T>();

    private static async Task<T[]> ReadRows<T>(NpgsqlDataReader reader, Func<DbDataReader, T> readRow, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(readRow(reader));
        }

        return [.. rows];
    }
}
