using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content.Resources;

/// <summary>When something takes or took place.</summary>
public sealed record ResourceEvent
{
    /// <summary>The day (RFC 3339 full-date).</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Whether that day is over, in UTC.</summary>
    [AllowedChoices<Vocabulary.EventStates>]
    public required string State { get; init; }
}
