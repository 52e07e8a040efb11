using System.ComponentModel;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts.Phones;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Editorial.Import.Contacts;

[Description("Phone number or short code.")]
internal sealed partial record FilePhone(
    [property: Description("Number in any usual spelling, with or without extension, or a short code of 3 to 6 digits.")] string Number,
    [property: Description("Digits of the extension, unless number has it.")] string? Extension = null,
    [property: Description("Number and extension for display. Default: number as it is here; digits in the usual format.")]
    string? Display = null,
    [property: Description("Use of the number (RFC 6350); textphone is a TTY. Default: voice."), AllowedChoices<Vocabulary.PhoneTypes>]
    string Type = "voice",
    [property: Description("Country whose spelling or short code it is (ISO 3166-1). Default: US.")] string? Country = null,
    [property: Description("What a caller does, for example: Text HOME.")] string? Instruction = null,
    [property: Description("What the number is for, for example: Spanish, press 2.")] string? Description = null,
    [property: Description("Time of the last successful contact by this number (RFC 3339).")] DateTimeOffset? VerifiedAt = null)
{
    /// <summary>What number and extension mean. Null: number can't be dialled.</summary>
    [JsonIgnore]
    public ParsedNumber? Parsed { get; } = Parse(Number, Extension, Country);

    /// <summary>Country of the spelling.</summary>
    [JsonIgnore]
    public string Region => Country ?? PhoneNumber.DefaultCountry;

    [JsonIgnore]
    public string DisplayText => Display ?? (Bare().IsMatch(Number) ? PhoneNumber.Display(Parsed!) : Number.Trim() + MissingExtension);

    private string MissingExtension =>
        Extension is null || PhoneNumber.Parse(Number, Region)?.Extension is not null ? "" : " ext. " + Extension;

    private static ParsedNumber? Parse(string number, string? extension, string? country) =>
        PhoneNumber.Parse(number, country ?? PhoneNumber.DefaultCountry) is { } parsed
            ? parsed with { Extension = extension ?? parsed.Extension }
            : null;

    // Nothing of the spelling is for readers.
    [GeneratedRegex(@"\A\s*((tel|sms):.*|\+?[0-9]+)\s*\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Bare();
}

internal sealed class FilePhoneValidator : AbstractValidator<FilePhone>
{
    public FilePhoneValidator()
    {
        RuleFor(p => p.Country)
            .Must(c => c is null || PhoneNumber.IsCountry(c))
            .WithMessage("must be two letters of ISO 3166-1, for example US.");
        RuleFor(p => p.Number)
            .Must((p, _) => p.Parsed is not null)
            .WithMessage("must be one number that can be dialled, for example +15052665915 or (505) 266-5915 ext. 12, or a short code.");
        RuleFor(p => p.Extension)
            .Must(e => e is null || (e.Length is > 0 and <= 15 && e.All(char.IsAsciiDigit)))
            .WithMessage("must be 1 to 15 digits.");
        RuleFor(p => p.Extension)
            .Must((p, e) => e is null || PhoneNumber.Parse(p.Number, p.Region) is not { Extension: { } own } || own == e)
            .WithMessage("must be the extension in number. Omit one of them.");
        RuleFor(p => p.Display).IsText(100);
        RuleFor(p => p.Display)
            .Must((p, display) => display is null || p.Parsed is null || PhoneNumber.Reads(display, p.Parsed, p.Region))
            .WithMessage("must show the same number and extension. Change it too, or omit it.");
        RuleFor(p => p.Number)
            .Must((p, _) => p.Parsed is null || p.DisplayText.Length <= 100)
            .WithMessage("must have 1 to 100 characters, with the extension.");
        RuleFor(p => p.Type).IsOneOf(Vocabulary.PhoneTypes.All);
        RuleFor(p => p.Instruction).IsText(200);
        RuleFor(p => p.Description).IsText(200);
    }
}
