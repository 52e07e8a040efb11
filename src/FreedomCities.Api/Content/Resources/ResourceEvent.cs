using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content.Resources;

/// <summary>Day and time of an event.</summary>
public sealed record ResourceEvent
{
    /// <summary>Day of the event in `zone` (RFC 3339 full-date).</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Time of the event on the clock in `zone`, `00:00` to `23:59`. Null: not stated.</summary>
    public required string? Time { get; init; }

    /// <summary>
    /// IANA time zone. If none is stated, that of the jurisdiction of the FAQ entries that link to the resource or its parent: `US-NM` is
    /// `America/Denver`. Otherwise `Etc/UTC`.
    /// </summary>
    public required string Zone { get; init; }

    /// <summary>`past`: the day is over in `zone`.</summary>
    [AllowedChoices<Vocabulary.EventStates>]
    public required string State { get; init; }
}
