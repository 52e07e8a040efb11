using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Editorial.Import.Resources;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>contacts.json.</summary>
[Description("Offices and persons, for the command: import contacts.json. A corrected file changes only what was corrected.")]
internal sealed record ContactsFile(
    [property: Description("Offices and persons.")] FileContact[] Contacts,
    [property: Description("Organisations that the offices belong to.")] FileAffiliate[]? Affiliates = null,
    [property: JsonPropertyName("$schema")] string? Schema = null);

[Description("Organisation that offices belong to.")]
internal sealed record FileAffiliate(
    [property: Description("Slug that identifies the affiliate, also in filters.")] string Slug,
    [property: Description("Name of the organisation.")] string Name,
    [property: Description("Website.")] string? Url = null)
{
    [JsonIgnore]
    public string? NormalUrl => Url is null ? null : LinkTarget.OfUrl(Url);
}

[Description("Office or person.")]
internal sealed record FileContact(
    [property: Description("Slug that identifies the contact, also in URLs.")] string Slug,
    [property: Description("Kind of contact."), AllowedValues("office", "person")] string Kind,
    [property: Description("Name of the office or person.")] string Name,
    [property: Description("Source of the facts.")] FileSource Source,
    [property: Description("Slug of the affiliate. Only for offices.")] string? Affiliate = null,
    [property: Description("Slug of the office that the person belongs to. Only for persons.")] string? Office = null,
    [property: Description("Role of the person at the office.")] string? Role = null,
    [property: Description("Description, as plain text.")] string? Description = null,
    [property: Description("E-mail address.")] string? Email = null,
    [property: Description("Phone numbers, the main number first.")] FilePhone[]? Phones = null,
    [property: Description("Location.")] FileLocation? Location = null,
    [property: Description("Areas that the contact serves.")] FileServiceArea[]? Serves = null,
    [property: Description("Languages spoken there (BCP 47). Default: not stated.")] string[]? Languages = null);

[Description("Phone number.")]
internal sealed record FilePhone(
    [property: Description("Number without the extension (E.164).")] string Number,
    [property: Description("Digits of the extension.")] string? Extension = null,
    [property: Description("Number and extension, formatted for display. Default: the usual format.")] string? Display = null,
    [property: Description("Service that the number provides. Default: voice."), AllowedValues("voice", "text", "fax")] string Type = "voice",
    [property: Description("Time when the number was last verified (RFC 3339).")] DateTimeOffset? VerifiedAt = null)
{
    [JsonIgnore]
    public string Shown => Display ?? PhoneNumber.Display(Number, Extension);
}


[Description("Location of a contact.")]
internal sealed record FileLocation(
    [property: Description("City.")] string? City = null,
    [property: Description("State, two letters.")] string? State = null,
    [property: Description("County, FIPS code of five digits.")] string? County = null,
    [property: Description("Latitude in degrees (WGS 84), positive to the north.")] double? Latitude = null,
    [property: Description("Longitude in degrees (WGS 84), positive to the east.")] double? Longitude = null);

[Description("Area that a contact serves.")]
internal sealed record FileServiceArea(
    [property: Description("Kind of area, which determines the form of code."), AllowedValues("state", "county", "postal-code")] string Kind,
    [property: Description("Two letters of a state, five FIPS digits of a county, or a five-digit postal code.")] string Code,
    [property: Description("Name of the area.")] string Name);

internal sealed class ContactsFileValidator : AbstractValidator<ContactsFile>
{
    public ContactsFileValidator()
    {
        RuleForEach(f => f.Affiliates).ChildRules(affiliate =>
        {
            affiliate.RuleFor(a => a.Slug).IsSlug();
            affiliate.RuleFor(a => a.Name).IsText(300);
            affiliate.RuleFor(a => a.Url).IsUrl();
        });
        RuleFor(f => f.Contacts).NotEmpty().WithMessage("must contain at least one contact.");
        RuleForEach(f => f.Contacts).SetValidator(new FileContactValidator());
        RuleFor(f => f.Contacts)
            .Must(c => c.GroupBy(x => x.Slug, StringComparer.Ordinal).All(same => same.Count() == 1))
            .WithMessage("must not contain two contacts with the same slug.");
        RuleFor(f => f.Affiliates)
            .Must(a => a is null || a.GroupBy(x => x.Slug, StringComparer.Ordinal).All(same => same.Count() == 1))
            .WithMessage("must not contain two affiliates with the same slug.");
        RuleFor(f => f.Affiliates)
            .Must((f, a) => a is null || a.All(x => f.Contacts.Any(c => c.Affiliate == x.Slug)))
            .WithMessage("must be the affiliates of the offices in this file.");
    }
}

internal sealed partial class FileContactValidator : AbstractValidator<FileContact>
{
    public FileContactValidator()
    {
        RuleFor(c => c.Slug).IsSlug();
        RuleFor(c => c.Slug).Must(s => !Slugs.IsReserved("contact", s)).WithMessage("is reserved for a route. Choose another slug.");
        RuleFor(c => c.Kind).IsOneOf(["office", "person"]);
        RuleFor(c => c.Name).IsText(300);
        RuleFor(c => c.Source).SetValidator(new FileSourceValidator());
        RuleFor(c => c.Affiliate).Must((c, a) => (c.Kind == "office") == (a is not null)).WithMessage("is required for an office, and not allowed for a person.");
        RuleFor(c => c.Office).Must((c, o) => (c.Kind == "person") == (o is not null)).WithMessage("is required for a person, and not allowed for an office.");
        RuleFor(c => c.Role).IsText(300);
        RuleFor(c => c.Description).IsText(2000);
        RuleFor(c => c.Email).Must(e => e is null || (e.Length <= 254 && Email().IsMatch(e))).WithMessage("must be an e-mail address.");
        RuleForEach(c => c.Phones).SetValidator(new FilePhoneValidator());
        RuleFor(c => c.Location).SetValidator(new FileLocationValidator()!);
        RuleForEach(c => c.Serves).SetValidator(new FileServiceAreaValidator());
        RuleFor(c => c.Serves)
            .Must(s => s is null || s.GroupBy(a => (a.Kind, a.Code)).All(same => same.Count() == 1))
            .WithMessage("must not contain an area twice.");
        RuleForEach(c => c.Languages).IsLanguage();
    }

    [GeneratedRegex(@"\A[^@\s\0\uFFFE]+@[^@\s\0\uFFFE]+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();
}

internal sealed partial class FilePhoneValidator : AbstractValidator<FilePhone>
{
    public FilePhoneValidator()
    {
        RuleFor(p => p.Number).Must(n => E164().IsMatch(n)).WithMessage("must be in E.164: + and 7 to 15 digits, for example +15052665915.");
        RuleFor(p => p.Display).IsText(50);
        RuleFor(p => p.Display)
            .Must((p, display) => display is null || PhoneNumber.Reads(display, p.Number, p.Extension))
            .WithMessage("must show the same number and extension. Change it too, or omit it.");
        RuleFor(p => p.Extension).Must(e => e is null || (e.Length is > 0 and <= 15 && e.All(char.IsAsciiDigit))).WithMessage("must be digits.");
        RuleFor(p => p.Type).IsOneOf(["voice", "text", "fax"]);
    }

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex E164();
}

internal sealed class FileLocationValidator : AbstractValidator<FileLocation>
{
    public FileLocationValidator()
    {
        RuleFor(l => l.City).IsText(100);
        RuleFor(l => l.State).Must(s => s is null || (s.Length == 2 && s.All(char.IsAsciiLetterUpper))).WithMessage("must be two letters, for example NM.");
        RuleFor(l => l.County).Must(c => c is null || (c.Length == 5 && c.All(char.IsAsciiDigit))).WithMessage("must be a FIPS code of five digits.");
        RuleFor(l => l.Latitude).InclusiveBetween(-90, 90).WithMessage("must be from -90 to 90.");
        RuleFor(l => l.Longitude).InclusiveBetween(-180, 180).WithMessage("must be from -180 to 180.");
        RuleFor(l => l.Longitude).Must((l, lon) => (lon is null) == (l.Latitude is null)).WithMessage("must be given together with latitude.");
    }
}

internal sealed class FileServiceAreaValidator : AbstractValidator<FileServiceArea>
{
    public FileServiceAreaValidator()
    {
        RuleFor(a => a.Kind).IsOneOf(["state", "county", "postal-code"]);
        RuleFor(a => a.Code)
            .Must((a, code) => a.Kind == "state" ? code.Length == 2 && code.All(char.IsAsciiLetterUpper) : code.Length == 5 && code.All(char.IsAsciiDigit))
            .WithMessage("must be the two letters of a state, or the five digits of a county or postal code.");
        RuleFor(a => a.Name).IsText(100);
    }
}
