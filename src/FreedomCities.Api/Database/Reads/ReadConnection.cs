using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using Dapper;
using Npgsql;
using NpgsqlTypes;

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

    /// <summary>Runs a statement with optional filters, prepared: parsed once for a connection, planned for these parameters.</summary>
    /// <param name="read">Reads a row.</param>
    public Task<T[]> QueryPrepared<T>(string sql, object parameters, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        Run(CustomPlan, isPrepared: true, [Statement(sql, parameters)], reader => ReadRows(reader, _ => read(reader), ct), ct);

    /// <summary>Runs a statement without optional filters, with a generic plan, which PostgreSQL makes once for a connection.</summary>
    /// <param name="read">Reads a row.</param>
    public Task<T[]> QueryWithGenericPlan<T>(string sql, object parameters, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        Run(GenericPlan, isPrepared: true, [Statement(sql, parameters)], reader => ReadRows(reader, _ => read(reader), ct), ct);

    /// <summary>Runs several statements with the same parameters, one after the other; prepared, with custom plans.</summary>
    /// <param name="read">Reads the result of each.</param>
    public Task<T> QueryPrepared<T>(string[] statements, object parameters, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct) =>
        Run(CustomPlan, isPrepared: true, Array.ConvertAll(statements, sql => Statement(sql, parameters)), read, ct);

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

    private static NpgsqlBatchCommand Statement(string sql, object parameters)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var property in Properties.GetOrAdd(parameters.GetType(), type => type.GetProperties()))
        {
            statement.Parameters.Add(new NpgsqlParameter(property.Name, Type(property.PropertyType))
            {
                Value = property.GetValue(parameters) ?? DBNull.Value,
            });
        }

        return statement;
    }

    // A prepared statement has one type for each parameter, also when its value is null.
    private static NpgsqlDbType Type(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsArray: true } array => NpgsqlDbType.Array | Type(array.GetElementType()!),
        var t when t == typeof(string) => NpgsqlDbType.Text,
        var t when t == typeof(bool) => NpgsqlDbType.Boolean,
        var t when t == typeof(int) => NpgsqlDbType.Integer,
        var t when t == typeof(long) => NpgsqlDbType.Bigint,
        var t when t == typeof(double) => NpgsqlDbType.Double,
        var t when t == typeof(Guid) => NpgsqlDbType.Uuid,
        var t when t == typeof(DateTimeOffset) => NpgsqlDbType.TimestampTz,
        _ => throw new NotSupportedException($"No PostgreSQL type is known for {type}."),
    };

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
