using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>Logs a line for each change of a component's health, for the better or the worse.</summary>
/// <param name="initial">The status at start, which is not logged.</param>
internal sealed class HealthLog(ILogger log, string component, string? initial = null)
{
    private string? _last = initial;

    public void Update(bool isHealthy, string status)
    {
        if (Interlocked.Exchange(ref _last, status) != status)
        {
            log.Log(isHealthy ? LogLevel.Information : LogLevel.Warning, "{Component}: {Status}", component, status);
        }
    }

    /// <summary>Describes a failure of the database in one line: the message of PostgreSQL, or of the network.</summary>
    public static string Describe(Exception failure) => failure switch
    {
        PostgresException e => e.MessageText.ReplaceLineEndings(" "),
        OperationCanceledException or TimeoutException => "it doesn't answer in time",
        { InnerException: { } inner } => Describe(inner),
        _ => failure.Message.ReplaceLineEndings(" "),
    };
}
