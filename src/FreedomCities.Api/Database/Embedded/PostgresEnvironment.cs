using System.Collections;

namespace FreedomCities.Api.Database.Embedded;

/// <summary>
/// Variables PG…, which the user sets for psql: Npgsql reads many of them at each connection, and the server's programs read others.
/// They are removed from the environment of the service, since a connection string can't switch them off.
/// </summary>
internal static class PostgresEnvironment
{
    // They may complete a given connection string, so that no password has to be in it.
    private static readonly string[] Credentials =
        ["PGUSER", "PGPASSWORD", "PGPASSFILE", "PGSSLCERT", "PGSSLKEY", "PGSSLROOTCERT", "PGSSLNEGOTIATION", "PGGSSENCMODE", "PGREQUIREAUTH"];

    public static void Remove() => Remove(keeping: []);

    public static void RemoveAllButCredentials() => Remove(Credentials);

    private static void Remove(string[] keeping)
    {
        var all = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => (string)v.Key);
        foreach (var name in all.Where(n => n.StartsWith("PG", StringComparison.Ordinal)).Except(keeping, StringComparer.Ordinal).ToArray())
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
