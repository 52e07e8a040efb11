namespace FreedomCities.Api.Content.Contacts.Opening;

/// <summary>Opening hours, and whether the contact is open at a time.</summary>
public sealed record OpeningState
{
    /// <summary>Current slug of the contact.</summary>
    public required string Slug { get; init; }

    /// <summary>Time of the answer (RFC 3339, UTC): `at` of the request, or now.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the contact is open at that time. Null: its weekly hours aren't stated.</summary>
    public required bool? OpenNow { get; init; }

    /// <summary>Time of the next opening (RFC 3339, UTC). Null: it is open, or its weekly hours aren't stated.</summary>
    public required DateTimeOffset? OpensNext { get; init; }

    /// <summary>Opening hours, as in the contact. Null: not stated.</summary>
    public required Hours? Hours { get; init; }

    internal static OpeningState Create(Contact contact, DateTimeOffset at)
    {
        var hours = contact.Hours;
        var known = hours?.Weekly.Length > 0 ? hours : null;
        return new OpeningState
        {
            Slug = contact.Slug,
            At = at,
            OpenNow = known is null ? null : OpeningHours.IsOpen(known, at),
            OpensNext = known is null ? null : OpeningHours.FindNextOpening(known, at),
            Hours = hours,
        };
    }
}
