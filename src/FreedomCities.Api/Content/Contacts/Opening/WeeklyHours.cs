namespace FreedomCities.Api.Content.Contacts.Opening;

/// <summary>Hours on some days of the week, by the clock of the time zone.</summary>
public sealed record WeeklyHours
{
    /// <summary>Days of opening (RFC 5545): `MO`, `TU`, `WE`, `TH`, `FR`, `SA`, `SU`.</summary>
    public required string[] Days { get; init; }

    /// <summary>Time of opening, `00:00` to `23:59`.</summary>
    public required string Opens { get; init; }

    /// <summary>Time of closing, `00:00` to `24:00`. If it isn't after `opens`, the contact closes on the next day.</summary>
    public required string Closes { get; init; }
}
