using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Editorial.Import.Resources;

[Description("A resource.")]
internal sealed record FileResource(
    [property: Description("Slug that identifies the resource, also in URLs.")] string Slug,
    [property: Description("Kind of resource."), AllowedChoices<Vocabulary.ResourceKinds>] string Kind,
    [property: Description("Title. For a placeholder, the text of the link in the document.")] string Title,
    [property: Description("Source of the facts.")] FileSource Source,
    [property: Description("Description, as plain text.")] string? Description = null,
    [property: Description("URL (http or https).")] string? Url = null,
    [property: Description("The link in the document has the target \"#\". If url is given, it replaces this target.")]
    bool Placeholder = false,
    [property: Description("Day of the event that the resource documents or announces, as YYYY-MM-DD."), DataType(DataType.Date)]
    string? EventDate = null,
    [property: Description("Local time of the event, from 00:00 to 23:59."), RegularExpression(FileRules.ClockPattern)]
    string? EventTime = null,
    [property: Description("IANA time zone of the event. Default: that of the jurisdiction of the FAQ entries that link to the resource.")]
    string? EventZone = null,
    [property: Description("Parts, in order. Parts can't have parts.")] FileResource[]? Parts = null,
    [property: Description("Title and description in other languages, by language (BCP 47). Other members apply to all languages.")]
    Dictionary<string, FileTranslation>? Translations = null);

internal sealed class FileResourceValidator : AbstractValidator<FileResource>
{
    public FileResourceValidator(bool isPart)
    {
        RuleFor(r => r.Slug).NotNull().Matches(Slug.Form);
        RuleFor(r => r.Kind).IsOneOf(Vocabulary.ResourceKinds.All);
        RuleFor(r => r.Title).IsText(300);
        RuleFor(r => r.Source).SetValidator(new FileSourceValidator());
        RuleFor(r => r.Description).IsText(2000);
        RuleFor(r => r.Url).IsUrl();
        RuleFor(r => r.EventDate).IsDay();
        RuleFor(r => r.EventTime)
            .Must(t => t is null || FileRules.IsClockTime(t)).WithMessage("must be a time from 00:00 to 23:59.")
            .Must((r, t) => t is null || r.EventDate is not null).WithMessage("must be given together with eventDate.");
        RuleFor(r => r.EventZone).IsTimeZone();
        RuleFor(r => r.EventZone)
            .Must((r, z) => z is null || r.EventDate is not null).WithMessage("must be given together with eventDate.");
        RuleFor(r => r.Translations)
            .Must(t => t is null || t.Keys.All(LanguageTag.Form.IsMatch))
            .WithMessage("must have BCP 47 language tags as names, for example es.")
            .Must(t => t is null || t.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() == t.Count)
            .WithMessage("must not contain a language twice.");
        RuleForEach(r => r.Translations).ChildRules(translation =>
        {
            translation.RuleFor(t => t.Value).NotNull().SetValidator(new FileTranslationValidator());
        });
        if (isPart)
        {
            RuleFor(r => r.Parts).Empty().WithMessage("must be empty: a part has no parts of its own.");
        }
        else
        {
            RuleForEach(r => r.Parts).SetValidator(new FileResourceValidator(isPart: true));
        }
    }
}
