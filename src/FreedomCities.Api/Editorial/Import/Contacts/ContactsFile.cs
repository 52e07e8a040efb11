using System.ComponentModel;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Editorial.Import.Resources;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>contacts.json.</summary>
[Description("Offices and persons that people can reach, to import with: import contacts.json. A corrected copy changes exactly what was corrected.")]
internal sealed record ContactsFile(
    [property: Description("The offices and persons.")] FileContact[] Contacts,
    [property: Description("The organisations that the offices are of.")] FileAffiliate[]? Affiliates = null,
    [property: JsonPropertyName("$schema")] string? Schema = null);

[Description("An organisation that offices are of.")]
internal sealed record FileAffiliate(
    [property: Description("Its name in filters; tells which affiliate this is.")] string Slug,
    [property: Description("Its name.")] string Name,
    [property: Description("Its website.")] string? Url = null)
{
    [JsonIgnore]
    public string? NormalUrl => Url is null ? null : LinkTarget.OfUrl(Url);
}

[Description("An office or a person.")]
internal sealed record FileContact(
    [property: Description("Permanent name in URLs; tells which contact this is.")] string Slug,
    [property: Description("A place or a person."), AllowedChoices<Vocabulary.ContactKinds>] string Kind,
    [property: Description("The office's or the person's name.")] string Name,
    [property: Description("Where the facts come from.")] FileSource Source,
    [property: Description("Slug of the affiliate, for an office; a person has its office's.")] string? Affiliate = null,
    [property: Description("Slug of the office that the person belongs to.")] string? Office = null,
    [property: Description("What the person does there.")] string? Role = null,
    [property: Description("More about it.")] string? Description = null,
    [property: Description("E-mail address.")] string? Email = null,
    [property: Description("Phone numbers, the first one first.")] FilePhone[]? Phones = null,
    [property: Description("Where it is.")] FileLocation? Location = null,
    [property: Description("The areas that it serves.")] FileServiceArea[]? Serves = null,
    [property: Description("Languages that are spoken there (BCP 47); without it, not stated.")] string[]? Languages = null);

[Description("A phone number.")]
internal sealed record FilePhone(
    [property: Description("The number without extension (E.164).")] string Number,
    [property: Description("The extension's digits.")] string? Extension = null,
    [property: Description("The number as people write it, extension included; without it, as is usual there.")] string? Display = null,
    [property: Description("What it takes; without it, voice."), AllowedChoices<Vocabulary.PhoneTypes>] string Type = "voice",
    [property: Description("When somebody last reached the contact by it.")] DateTimeOffset? VerifiedAt = null)
{
    [JsonIgnore]
    public string Shown => Display ?? PhoneNumber.Display(Number, Extension);
}


[Description("Where a contact is.")]
internal sealed record FileLocation(
    [property: Description("The city.")] string? City = null,
    [property: Description("The state, in two letters.")] string? State = null,
    [property: Description("The county (FIPS).")] string? County = null,
    [property: Description("Degrees north (WGS 84).")] double? Latitude = null,
    [property: Description("Degrees east (WGS 84).")] double? Longitude = null);

[Description("An area that a contact serves.")]
internal sealed record FileServiceArea(
    [property: Description("What code is of."), AllowedChoices<Vocabulary.AreaKinds>] string Kind,
    [property: Description("Two letters of a state, FIPS of a county, or a postal code of five digits.")] string Code,
    [property: Description("The area's name.")] string Name);

internal sealed class ContactsFileValidator : AbstractValidator<ContactsFile>
{
    public ContactsFileValidator()
    {
        RuleForEach(f => f.Affiliates).ChildRules(affiliate =>
        {
            affiliate.RuleFor(a => a.Slug).Matches(Slug.Form);
            affiliate.RuleFor(a => a.Name).IsText(300);
            affiliate.RuleFor(a => a.Url).IsUrl();
        });
        RuleFor(f => f.Contacts).NotEmpty().WithMessage("must hold at least one contact.");
        RuleForEach(f => f.Contacts).SetValidator(new FileContactValidator());
        RuleFor(f => f.Contacts)
            .Must(c => c.GroupBy(x => x.Slug, StringComparer.Ordinal).All(same => same.Count() == 1))
            .WithMessage("must not hold two contacts with the same slug.");
        RuleFor(f => f.Affiliates)
            .Must(a => a is null || a.GroupBy(x => x.Slug, StringComparer.Ordinal).All(same => same.Count() == 1))
            .WithMessage("must not hold two affiliates with the same slug.");
        RuleFor(f => f.Affiliates)
            .Must((f, a) => a is null || a.All(x => f.Contacts.Any(c => c.Affiliate == x.Slug)))
            .WithMessage("must be those of the offices in this file.");
    }
}

internal sealed partial class FileContactValidator : AbstractValidator<FileContact>
{
    public FileContactValidator()
    {
        RuleFor(c => c.Slug).Matches(Slug.Form);
        RuleFor(c => c.Slug).Must(s => !Slugs.IsReserved("contact", s)).WithMessage("must be another: a route has this name.");
        RuleFor(c => c.Kind).IsOneOf(Vocabulary.ContactKinds.All);
        RuleFor(c => c.Name).IsText(300);
        RuleFor(c => c.Source).SetValidator(new FileSourceValidator());
        RuleFor(c => c.Affiliate).Must((c, a) => (c.Kind == "office") == (a is not null)).WithMessage("must be given for an office, and for an office alone.");
        RuleFor(c => c.Office).Must((c, o) => (c.Kind == "person") == (o is not null)).WithMessage("must be given for a person, and for a person alone.");
        RuleFor(c => c.Role).IsText(300);
        RuleFor(c => c.Description).IsText(2000);
        RuleFor(c => c.Email).Must(e => e is null || (e.Length <= 254 && Email().IsMatch(e))).WithMessage("must be an e-mail address.");
        RuleForEach(c => c.Phones).SetValidator(new FilePhoneValidator());
        RuleFor(c => c.Location).SetValidator(new FileLocationValidator()!);
        RuleForEach(c => c.Serves).SetValidator(new FileServiceAreaValidator());
        RuleFor(c => c.Serves)
            .Must(s => s is null || s.GroupBy(a => (a.Kind, a.Code)).All(same => same.Count() == 1))
            .WithMessage("must name each area once.");
        RuleForEach(c => c.Languages).Matches(LanguageTag.Form);
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
            .WithMessage("must be the same number and extension: change it too, or leave it out.");
        RuleFor(p => p.Extension).Must(e => e is null || (e.Length is > 0 and <= 15 && e.All(char.IsAsciiDigit))).WithMessage("must be digits.");
        RuleFor(p => p.Type).IsOneOf(Vocabulary.PhoneTypes.All);
    }

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex E164();
}

internal sealed class FileLocationValidator : AbstractValidator<FileLocation>
{
    public FileLocationValidator()
    {
        RuleFor(l => l.City).IsText(100);
        RuleFor(l => l.State).Must(s => s is null || StateCode.Form.IsMatch(s)).WithMessage("must be two letters, for example NM.");
        RuleFor(l => l.County).Must(c => c is null || CountyCode.Form.IsMatch(c)).WithMessage("must be a FIPS code of five digits.");
        RuleFor(l => l.Latitude).InclusiveBetween(-90, 90).WithMessage("must be from -90 to 90.");
        RuleFor(l => l.Longitude).InclusiveBetween(-180, 180).WithMessage("must be from -180 to 180.");
        RuleFor(l => l.Longitude).Must((l, lon) => (lon is null) == (l.Latitude is null)).WithMessage("must go with latitude.");
    }
}

internal sealed class FileServiceAreaValidator : AbstractValidator<FileServiceArea>
{
    public FileServiceAreaValidator()
    {
        RuleFor(a => a.Kind).IsOneOf(Vocabulary.AreaKinds.All);
        RuleFor(a => a.Code)
            .Must((a, code) => (a.Kind == "state" ? StateCode.Form : CountyCode.Form).IsMatch(code))
            .WithMessage("must be two letters of a state, or five digits of a county or postal code.");
        RuleFor(a => a.Name).IsText(100);
    }
}
