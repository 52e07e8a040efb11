using System.ComponentModel;
using System.Text.Json.Serialization;
using FluentValidation;
using FreedomCities.Api.Content;

namespace FreedomCities.Api.Editorial.Import.Contacts;

[Description("Opening hours.")]
internal sealed record FileHours(
    [property: Description("IANA time zone of weekly, for example America/Denver.")] string? Zone = null,
    [property: Description("Hours on days of the week.")] FileWeeklyHours[]? Weekly = null,
    [property: Description("Hours or exceptions in words.")] string? Text = null)
{
    [JsonIgnore]
    public FileWeeklyHours[] Weeks => Weekly ?? [];
}

[Description("Hours on days of the week, by the clock of the time zone.")]
internal sealed record FileWeeklyHours(
    [property: Description("Days of opening (RFC 5545): MO, TU, WE, TH, FR, SA, SU.")] string[] Days,
    [property: Description("Time of opening, for example 09:00.")] string Opens,
    [property: Description("Time of closing, up to 24:00. If it isn't after opens, the contact closes on the next day.")] string Closes);

internal sealed class FileHoursValidator : AbstractValidator<FileHours>
{
    public FileHoursValidator()
    {
        RuleFor(h => h.Zone)
            .Must((h, zone) => (zone is null) == (h.Weeks.Length == 0))
            .WithMessage("must be given together with weekly.");
        RuleFor(h => h.Zone).IsTimeZone();
        RuleFor(h => h.Text).IsText(500);
        RuleForEach(h => h.Weekly).ChildRules(weekly =>
        {
            weekly.RuleFor(w => w.Days)
                .Must(AreDays)
                .WithMessage("must be days, without duplicates: MO, TU, WE, TH, FR, SA, SU.");
            weekly.RuleFor(w => w.Opens).Must(FileRules.IsClockTime).WithMessage("must be a time from 00:00 to 23:59.");
            weekly.RuleFor(w => w.Closes)
                .Must(c => c == "24:00" || FileRules.IsClockTime(c))
                .WithMessage("must be a time from 00:00 to 24:00.");
            weekly.RuleFor(w => w.Closes)
                .Must((w, c) => c != w.Opens)
                .WithMessage("must differ from opens. A whole day is 00:00 to 24:00.");
        });
    }

    private static bool AreDays(string[] days) =>
        days.Length > 0 && days.All(Vocabulary.WeekDays.All.Contains) && days.ToHashSet(StringComparer.Ordinal).Count == days.Length;
}
