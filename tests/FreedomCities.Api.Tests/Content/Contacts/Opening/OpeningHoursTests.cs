using System.Globalization;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts.Opening;

namespace FreedomCities.Api.Tests.Content.Contacts.Opening;

/// <summary>Around the changes of the clock at 02:00 in Denver; Phoenix has none.</summary>
public sealed class OpeningHoursTests
{
    [Theory]
    // 2026-03-08, 09:00Z: 02:00 MST becomes 03:00 MDT. Phoenix stays at UTC-7.
    [InlineData("America/Denver", "2026-03-08T07:29:59Z", "00:30", "03:30", false, "2026-03-08T07:30:00Z")]
    [InlineData("America/Denver", "2026-03-08T07:30:00Z", "00:30", "03:30", true, null)]
    [InlineData("America/Denver", "2026-03-08T09:29:59Z", "00:30", "03:30", true, null)]
    [InlineData("America/Denver", "2026-03-08T09:30:00Z", "00:30", "03:30", false, "2026-03-09T06:30:00Z")]
    [InlineData("America/Phoenix", "2026-03-08T09:30:00Z", "00:30", "03:30", true, null)]
    [InlineData("America/Phoenix", "2026-03-08T10:30:00Z", "00:30", "03:30", false, "2026-03-09T07:30:00Z")]
    // An opening that the clock skips is at once; a closing is too.
    [InlineData("America/Denver", "2026-03-08T08:59:59Z", "02:30", "04:00", false, "2026-03-08T09:00:00Z")]
    [InlineData("America/Denver", "2026-03-08T09:00:00Z", "02:30", "04:00", true, null)]
    [InlineData("America/Denver", "2026-03-08T08:59:59Z", "01:00", "02:30", true, null)]
    [InlineData("America/Denver", "2026-03-08T09:00:00Z", "01:00", "02:30", false, "2026-03-09T07:00:00Z")]
    // 2026-11-01, 08:00Z: 02:00 MDT becomes 01:00 MST.
    [InlineData("America/Denver", "2026-11-01T06:30:00Z", "00:30", "03:30", true, null)]
    [InlineData("America/Denver", "2026-11-01T08:30:00Z", "00:30", "03:30", true, null)]
    [InlineData("America/Denver", "2026-11-01T10:29:59Z", "00:30", "03:30", true, null)]
    [InlineData("America/Denver", "2026-11-01T10:30:00Z", "00:30", "03:30", false, "2026-11-02T07:30:00Z")]
    [InlineData("America/Phoenix", "2026-11-01T07:29:59Z", "00:30", "03:30", false, "2026-11-01T07:30:00Z")]
    [InlineData("America/Phoenix", "2026-11-01T10:29:59Z", "00:30", "03:30", true, null)]
    [InlineData("America/Phoenix", "2026-11-01T10:30:00Z", "00:30", "03:30", false, "2026-11-02T07:30:00Z")]
    // What the clock shows twice, counts twice.
    [InlineData("America/Denver", "2026-11-01T07:29:59Z", "01:30", "02:00", false, "2026-11-01T07:30:00Z")]
    [InlineData("America/Denver", "2026-11-01T08:00:00Z", "01:30", "02:00", false, "2026-11-01T08:30:00Z")]
    // 2027-03-14 and 2027-11-07.
    [InlineData("America/Denver", "2027-03-14T09:29:59Z", "00:30", "03:30", true, null)]
    [InlineData("America/Denver", "2027-03-14T09:30:00Z", "00:30", "03:30", false, "2027-03-15T06:30:00Z")]
    [InlineData("America/Phoenix", "2027-03-14T10:29:59Z", "00:30", "03:30", true, null)]
    [InlineData("America/Denver", "2027-11-07T10:29:59Z", "00:30", "03:30", true, null)]
    [InlineData("America/Denver", "2027-11-07T10:30:00Z", "00:30", "03:30", false, "2027-11-08T07:30:00Z")]
    [InlineData("America/Phoenix", "2027-11-07T10:30:00Z", "00:30", "03:30", false, "2027-11-08T07:30:00Z")]
    // Overnight, and the whole day.
    [InlineData("America/Denver", "2026-03-08T08:00:00Z", "22:00", "06:00", true, null)]
    [InlineData("America/Denver", "2026-03-08T11:59:59Z", "22:00", "06:00", true, null)]
    [InlineData("America/Denver", "2026-03-08T12:00:00Z", "22:00", "06:00", false, "2026-03-09T04:00:00Z")]
    [InlineData("America/Denver", "2026-03-08T05:59:59Z", "09:00", "24:00", true, null)]
    [InlineData("America/Denver", "2026-03-08T07:00:00Z", "09:00", "24:00", false, "2026-03-08T15:00:00Z")]
    public void Office_IsOpenByItsClock(string zone, string at, string opens, string closes, bool isOpen, string? next)
    {
        var hours = Hours(zone, opens, closes, Vocabulary.WeekDays.All);

        Assert.Equal(isOpen, OpeningHours.IsOpen(hours, Time(at)));
        Assert.Equal(next is null ? null : Time(next), OpeningHours.FindNextOpening(hours, Time(at)));
    }

    [Fact]
    public void OfficeWithOneDay_OpensInAWeek()
    {
        var hours = Hours("America/Denver", "09:00", "17:00", ["TU"]);

        Assert.Equal(Time("2026-03-10T15:00:00Z"), OpeningHours.FindNextOpening(hours, Time("2026-03-03T23:59:00Z") + TimeSpan.FromMinutes(1)));
        Assert.Equal(Time("2026-03-10T15:00:00Z"), OpeningHours.FindNextOpening(hours, Time("2026-03-04T00:00:00Z")));
    }

    private static Hours Hours(string zone, string opens, string closes, string[] days) =>
        new() { Zone = zone, Weekly = [new WeeklyHours { Days = days, Opens = opens, Closes = closes }], Text = null };

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
