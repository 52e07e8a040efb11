using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content.Resources;

/// <summary>Date of an event.</summary>
public sealed record ResourceEvent
{
    /// <summary>Day of the event (RFC 3339 full-date).</summary>
    public required DateOnly Date { get; init; }

    /// <summary>`past`: the day is over in UTC.</summary>
    [AllowedChoices<Vocabulary.EventStates>]
    public required string State { get; init; }
}
