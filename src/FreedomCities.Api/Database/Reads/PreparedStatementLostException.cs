using Npgsql;

namespace FreedomCities.Api.Database.Reads;

/// <summary>A pooler has dropped a prepared statement. The attempt is repeated without one.</summary>
internal sealed class PreparedStatementLostException() : NpgsqlException("A pooler has lost a prepared statement.");
