using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests.Support;

/// <summary>PostgreSQL's own log of the plans that it ran.</summary>
internal static partial class PlanLog
{
    private const string TestedSql = """
        from pg_stat_activity
        where datname = current_database()
          and usename = 'freedomcities_reader'
          and query like '%schema_migrations%'
        """;

    /// <summary>Does what the service would do at its start to a filled database.</summary>
    public static Task Prepare(Service service) =>
        service.Cluster.Superuser(service.DatabaseName, "select begin_epoch(); analyze change;");

    /// <summary>Of a service that has started, and of the role of reads: what works in the background is not tested.</summary>
    public static async Task Begin(Service service)
    {
        await service.Cluster.Superuser("postgres", $"""
            alter role freedomcities_reader in database {service.DatabaseName} set session_preload_libraries = 'auto_explain';
            alter role freedomcities_reader in database {service.DatabaseName} set auto_explain.log_min_duration = 0;
            alter role freedomcities_reader in database {service.DatabaseName} set auto_explain.log_analyze = on;
            alter role freedomcities_reader in database {service.DatabaseName} set auto_explain.log_nested_statements = on;
            """);
        // The connections that readers use begin anew with it: the service tests one of them each second.
        await service.Cluster.Superuser(service.DatabaseName, $"select pg_terminate_backend(pid, 5000) {TestedSql}");
        await Eventually.Is(
            () => service.Cluster.Superuser<bool>(service.DatabaseName, $"select count(*) > 0 {TestedSql}"),
            "a connection with it");
    }

    /// <summary>What was run for a read, with no scan of a table that isn't small.</summary>
    public static async Task<string> WithoutScans(Service service, string path, params string[] small)
    {
        var start = new FileInfo(service.Cluster.LogFile).Length;
        using var response = await service.Send(HttpMethod.Get, path);
        var plans = service.Cluster.Logged(start, service.DatabaseName);

        Assert.InRange((int)response.StatusCode, 200, 499);
        Assert.Contains("Query Text: ", plans, StringComparison.Ordinal);
        var scans = Scan().Matches(plans).Select(m => m.Groups["table"].Value).Except(
            [.. small, "schema_migrations"],
            StringComparer.Ordinal).Where(t => !t.StartsWith("pg_", StringComparison.Ordinal));
        Assert.True(!scans.Any(), $"{path} scans {string.Join(", ", scans)}\n{plans}");
        return plans;
    }

    [GeneratedRegex(@"Seq Scan on (?<table>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Scan();
}
