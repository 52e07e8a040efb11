using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Content.Resources;

/// <summary>Date of an event.</summary>
public sealed record ResourceEvent
{
    /// <summary>Day of the event (RFC 3339 full-date).</summary>
    public required DateOnly Date { get; init; }

    /// <summary>`past`: the day is over in UTC.</summary>
    [AllowedValues("past", "upcoming")]
    public required string State { get; init; }
}
