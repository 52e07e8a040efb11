using OpenTelemetry;
using OpenTelemetry.Logs;

namespace FreedomCities.Api.Telemetry;

/// <summary>Removes everything from exported log events that <see cref="LogText"/> doesn't allow.</summary>
internal sealed class LogScrubber : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        data.Body = data.FormattedMessage = LogText.Message(data.CategoryName ?? "", data.FormattedMessage, data.Attributes);
        data.Attributes = data.Exception is null ? [] : Describe(data.Exception);
        data.Exception = null;
    }

    private static KeyValuePair<string, object?>[] Describe(Exception e) =>
        [new("exception.type", e.GetType().ToString()), new("exception.stacktrace", LogText.Failure(e))];
}
