using System.Globalization;

namespace FreedomCities.Api.Content.Contacts.Opening;

/// <summary>
/// Computes from weekly hours whether a contact is open. It is open while the clock in its time zone is within the hours. SQL has the
/// same rule: hours_include.
/// </summary>
internal static class OpeningHours
{
    private const int DaysAhead = 8; // a week, and the day of a change of the clock

    public static bool IsOpen(Hours hours, DateTimeOffset at) =>
        hours.Weekly.Length > 0 && IsOpen(hours.Weekly, Local(at, FindZone(hours)));

    /// <summary>The next opening of a contact that is closed. Null: it is open, or it never opens.</summary>
    public static DateTimeOffset? FindNextOpening(Hours hours, DateTimeOffset at)
    {
        if (hours.Weekly.Length == 0 || IsOpen(hours, at))
        {
            return null;
        }

        var zone = FindZone(hours);
        var today = DateOnly.FromDateTime(Local(at, zone));
        var openings =
            from day in Enumerable.Range(0, DaysAhead + 1).Select(today.AddDays)
            from weekly in hours.Weekly
            where IsDay(weekly, day)
            from opening in FindInstants(day.ToDateTime(TimeOnly.Parse(weekly.Opens, CultureInfo.InvariantCulture)), zone)
            where opening > at && IsOpen(hours, opening)
            select (DateTimeOffset?)opening;
        return openings.Min();
    }

    private static bool IsOpen(WeeklyHours[] weekly, DateTime local)
    {
        var (today, clock) = (DateOnly.FromDateTime(local), local.ToString("HH:mm", CultureInfo.InvariantCulture));
        return Array.Exists(weekly, h => IsOvernight(h)
            ? (IsDay(h, today) && IsBefore(h.Opens, clock)) || (IsDay(h, today.AddDays(-1)) && !IsBefore(h.Closes, clock))
            : IsDay(h, today) && IsBefore(h.Opens, clock) && !IsBefore(h.Closes, clock));
    }

    private static bool IsOvernight(WeeklyHours hours) => string.CompareOrdinal(hours.Closes, hours.Opens) < 0;

    private static bool IsBefore(string time, string clock) => string.CompareOrdinal(time, clock) <= 0;

    private static bool IsDay(WeeklyHours hours, DateOnly day) =>
        hours.Days.Contains(Vocabulary.WeekDays.All[((int)day.DayOfWeek + 6) % 7], StringComparer.Ordinal);

    private static DateTime Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    /// <summary>The instants at which the clock shows a time: two when it is set back. A skipped time is at the change.</summary>
    private static IEnumerable<DateTimeOffset> FindInstants(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offsets = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local) : [zone.GetUtcOffset(local)];
        return offsets.Select(offset => new DateTimeOffset(local, offset).ToUniversalTime());
    }

    private static TimeZoneInfo FindZone(Hours hours) => TimeZoneInfo.FindSystemTimeZoneById(hours.Zone!);
}
