using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FreedomCities.Api.Telemetry;

/// <summary>Log format in production: one line of JSON per event, with the trace id that problem documents show.</summary>
internal sealed class JsonLines() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "json-lines";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<LogLevel>(JsonNamingPolicy.CamelCase) },
    };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter) =>
        textWriter.WriteLine(JsonSerializer.Serialize(
            new Line(
                DateTimeOffset.UtcNow,
                logEntry.LogLevel,
                logEntry.Category,
                LogText.Message(logEntry.Category, logEntry.Formatter(logEntry.State, logEntry.Exception), logEntry.State),
                logEntry.Exception is { } e ? LogText.Failure(e) : null,
                Activity.Current?.TraceId.ToString()),
            Json));

    private sealed record Line(DateTimeOffset Time, LogLevel Level, string Category, string Message, string? Exception, string? TraceId);
}
