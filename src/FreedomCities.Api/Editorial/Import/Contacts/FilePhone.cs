using System.ComponentModel;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Editorial.Import.Contacts;

[Description("Phone number.")]
internal sealed record FilePhone(
    [property: Description("Number without the extension (E.164).")] string Number,
    [property: Description("Digits of the extension.")] string? Extension = null,
    [property: Description("Number and extension, formatted for display. Default: the usual format.")] string? Display = null,
    [property: Description("Use of the number: voice calls, text messages or fax. Default: voice."), AllowedChoices<Vocabulary.PhoneTypes>]
    string Type = "voice",
    [property: Description("Time of the last successful contact by this number (RFC 3339).")] DateTimeOffset? VerifiedAt = null)
{
    [JsonIgnore]
    public string DisplayText => Display ?? PhoneNumber.Display(Number, Extension);
}

internal sealed partial class FilePhoneValidator : AbstractValidator<FilePhone>
{
    public FilePhoneValidator()
    {
        RuleFor(p => p.Number)
            .Must(n => E164().IsMatch(n))
            .WithMessage("must be in E.164: + and 7 to 15 digits, for example +15052665915.");
        RuleFor(p => p.Display).IsText(50);
        RuleFor(p => p.Display)
            .Must((p, display) => display is null || PhoneNumber.Reads(display, p.Number, p.Extension))
            .WithMessage("must show the same number and extension. Change it too, or omit it.");
        RuleFor(p => p.Extension)
            .Must(e => e is null || (e.Length is > 0 and <= 15 && e.All(char.IsAsciiDigit)))
            .WithMessage("must be digits.");
        RuleFor(p => p.Type).IsOneOf(Vocabulary.PhoneTypes.All);
    }

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex E164();
}
