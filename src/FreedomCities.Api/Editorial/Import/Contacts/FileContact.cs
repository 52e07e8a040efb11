using System.ComponentModel;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Editorial.Import.Contacts;

[Description("Office or person.")]
internal sealed record FileContact(
    [property: Description("Slug that identifies the contact, also in URLs.")] string Slug,
    [property: Description("Kind of contact."), AllowedChoices<Vocabulary.ContactKinds>] string Kind,
    [property: Description("Name of the office or person.")] string Name,
    [property: Description("Source of the facts.")] FileSource Source,
    [property: Description("Slug of the affiliate. Only for offices.")] string? Affiliate = null,
    [property: Description("Slug of the office that the person belongs to. Only for persons.")] string? Office = null,
    [property: Description("Role of the person at the office.")] string? Role = null,
    [property: Description("Description, as plain text.")] string? Description = null,
    [property: Description("E-mail address.")] string? Email = null,
    [property: Description("Phone numbers, in the order in which to show them.")] FilePhone[]? Phones = null,
    [property: Description("Postal address (RFC 6350). extended, a suite, and postalCode are texts or numbers.")]
    FileAddress? Address = null,
    [property: Description("Location. Default for city and state: those of the address.")] FileLocation? Location = null,
    [property: Description("Areas that the contact serves.")] FileServiceArea[]? Serves = null,
    [property: Description("Languages spoken there (BCP 47). Default: not stated.")] string[]? Languages = null,
    [property: Description("Opening hours.")] FileHours? Hours = null,
    [property: Description("What a visitor with a disability finds there, as plain text.")] string? Accessibility = null);

internal sealed partial class FileContactValidator : AbstractValidator<FileContact>
{
    public FileContactValidator()
    {
        RuleFor(c => c.Slug).Matches(Slug.Form);
        RuleFor(c => c.Slug).Must(s => !Slugs.IsReserved("contact", s)).WithMessage("is reserved for a route. Choose another slug.");
        RuleFor(c => c.Kind).IsOneOf(Vocabulary.ContactKinds.All);
        RuleFor(c => c.Name).IsText(300);
        RuleFor(c => c.Source).SetValidator(new FileSourceValidator());
        RuleFor(c => c.Affiliate)
            .Must((c, a) => (c.Kind == "office") == (a is not null))
            .WithMessage("is required for an office, and not allowed for a person.");
        RuleFor(c => c.Office)
            .Must((c, o) => (c.Kind == "person") == (o is not null))
            .WithMessage("is required for a person, and not allowed for an office.");
        RuleFor(c => c.Role).IsText(300);
        RuleFor(c => c.Description).IsText(2000);
        RuleFor(c => c.Email).Must(e => e is null || (e.Length <= 254 && Email().IsMatch(e))).WithMessage("must be an e-mail address.");
        RuleForEach(c => c.Phones).SetValidator(new FilePhoneValidator());
        RuleFor(c => c.Address).SetValidator(new FileAddressValidator()!);
        RuleFor(c => c.Location).SetValidator(new FileLocationValidator()!);
        RuleForEach(c => c.Serves).SetValidator(new FileServiceAreaValidator());
        RuleFor(c => c.Serves)
            .Must(s => s is null || s.GroupBy(a => (a.Kind, a.Code)).All(same => same.Count() == 1))
            .WithMessage("must not contain an area twice.");
        RuleForEach(c => c.Languages).Matches(LanguageTag.Form);
        RuleFor(c => c.Hours).SetValidator(new FileHoursValidator()!);
        RuleFor(c => c.Accessibility).IsText(1000);
    }

    [GeneratedRegex(@"\A[^@\s\0\uFFFE]+@[^@\s\0\uFFFE]+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();
}
