namespace FreedomCities.Api.Content.Contacts.Opening;

/// <summary>Opening hours. `GET /v1/contacts/{slug}/hours` computes from them whether the contact is open.</summary>
public sealed record Hours
{
    /// <summary>IANA time zone of `weekly`. Null: `weekly` is empty.</summary>
    public required string? Zone { get; init; }

    /// <summary>Weekly hours. Empty: not stated; read `text`.</summary>
    public required WeeklyHours[] Weekly { get; init; }

    /// <summary>Hours or exceptions in words, as plain text. Null: none.</summary>
    public required string? Text { get; init; }
}
