using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>What the log says of something that works or doesn't: a line for each change, also for the better.</summary>
/// <param name="expected">What it needn't say at first.</param>
internal sealed class StateLog(ILogger log, string subject, string? expected = null)
{
    private string? _last = expected;

    public void Update(bool isWell, string state)
    {
        if (Interlocked.Exchange(ref _last, state) != state)
        {
            log.Log(isWell ? LogLevel.Information : LogLevel.Warning, "{Subject}: {State}", subject, state);
        }
    }

    /// <summary>A failure of the database in one line: PostgreSQL's own words, or the network's.</summary>
    public static string Describe(Exception failure) => failure switch
    {
        PostgresException e => e.MessageText.ReplaceLineEndings(" "),
        OperationCanceledException or TimeoutException => "it doesn't answer in time",
        { InnerException: { } inner } => Describe(inner),
        _ => failure.Message.ReplaceLineEndings(" "),
    };
}
