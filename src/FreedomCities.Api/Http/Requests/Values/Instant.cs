using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>A time (RFC 3339).</summary>
public sealed partial class Instant : TextValue<Instant>, ITextValue<Instant>
{
    private const string Message = "Must be an RFC 3339 time, for example 2026-11-22T10:00:00Z.";

    private const int MaxLength = 33; // 2026-11-22T10:00:00.0000000+00:00

    private readonly DateTimeOffset? _time;

    public Instant(string given)
        : this(given, Find(given))
    {
    }

    private Instant(string given, DateTimeOffset? time)
        : base(given, time is null ? Message : null) => _time = time;

    /// <summary>In UTC, as PostgreSQL takes it.</summary>
    public DateTimeOffset Time => _time ?? throw new InvalidOperationException(Message);

    public static Instant From(string given) => new(given);

    // The pattern of RFC 3339 isn't published: the format says the same, and generators make a date of it.
    public static OpenApiSchema CreateSchema() => new() { Type = JsonSchemaType.String, Format = "date-time", MaxLength = MaxLength };

    private static DateTimeOffset? Find(string given) =>
        Pattern().IsMatch(given) && DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToUniversalTime()
            : null;

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
