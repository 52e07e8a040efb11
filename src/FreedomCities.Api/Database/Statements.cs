using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>Runs one statement on an open connection, in its transaction. Statements are constants; values are parameters.</summary>
internal static class Statements
{
    public static async Task<T[]> Query<T>(this NpgsqlConnection connection, string sql, object? parameters, CancellationToken ct) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct))];

    /// <summary>The first row; without one, null or the type's default.</summary>
    public static Task<T?> QueryFirst<T>(this NpgsqlConnection connection, string sql, object? parameters, CancellationToken ct) =>
        connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct));

    /// <returns>How many rows the statement wrote.</returns>
    public static Task<int> Execute(this NpgsqlConnection connection, string sql, object? parameters, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
}
