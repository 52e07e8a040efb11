using OpenTelemetry;
using OpenTelemetry.Logs;

namespace FreedomCities.Api.Telemetry;

/// <summary>Leaves in each exported log event what <see cref="LogText"/> allows.</summary>
internal sealed class LogScrubber : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        data.Body = data.FormattedMessage = LogText.Message(data.CategoryName ?? "", data.FormattedMessage, data.Attributes);
        data.Attributes = data.Exception is { } e ? [new("exception.type", e.GetType().ToString()), new("exception.stacktrace", LogText.Failure(e))] : [];
        data.Exception = null;
    }
}
