using System.Collections;

namespace FreedomCities.Api.Database.Embedded;

/// <summary>
/// Removes the variables PG… from the environment of the service. Users set them for psql, but Npgsql reads many of them for each
/// connection, and the server's programs read others. A connection string can't disable them.
/// </summary>
internal static class PostgresEnvironment
{
    // They complete a connection string, so that it needs no password.
    private static readonly string[] Credentials =
    [
        "PGUSER", "PGPASSWORD", "PGPASSFILE", "PGSSLCERT", "PGSSLKEY", "PGSSLROOTCERT", "PGSSLNEGOTIATION", "PGGSSENCMODE", "PGREQUIREAUTH",
    ];

    public static void Remove() => Remove(keeping: []);

    public static void RemoveAllButCredentials() => Remove(Credentials);

    /// <summary>Npgsql doesn't read this one: an operator would believe in a protection that isn't there.</summary>
    public static void RefuseIgnoredTls()
    {
        if (Environment.GetEnvironmentVariable("PGSSLMODE") is { Length: > 0 } mode)
        {
            throw new ConfigurationException(
                $"PGSSLMODE is '{mode}', and is not read: write SSL Mode=… into each connection string, and remove the variable.");
        }
    }

    private static void Remove(string[] keeping)
    {
        var all = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => (string)v.Key);
        foreach (var name in all.Where(n => n.StartsWith("PG", StringComparison.Ordinal)).Except(keeping, StringComparer.Ordinal).ToArray())
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
