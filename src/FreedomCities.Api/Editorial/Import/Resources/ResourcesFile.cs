using System.ComponentModel;
using System.Text.Json.Serialization;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>resources.json.</summary>
[Description("Resources that answers point to, to import with: import resources.json. A corrected copy changes exactly what was corrected.")]
internal sealed record ResourcesFile(
    [property: Description("The resources, in their order.")] FileResource[] Resources,
    [property: JsonPropertyName("$schema")] string? Schema = null);

[Description("A resource.")]
internal sealed record FileResource(
    [property: Description("Permanent name in URLs; tells which resource this is.")] string Slug,
    [property: Description("What it is."), AllowedChoices<Vocabulary.ResourceKinds>] string Kind,
    [property: Description("Its title; a placeholder's is the text of the link in the document.")] string Title,
    [property: Description("Where the facts come from.")] FileSource Source,
    [property: Description("What it holds.")] string? Description = null,
    [property: Description("Where it is: an http or https URL.")] string? Url = null,
    [property: Description("The document has a dead \"#\" for its link; a url, once there is one, stands in for it.")] bool Placeholder = false,
    [property: Description("Day of the event that it shows or announces, as YYYY-MM-DD.")] DateOnly? EventDate = null,
    [property: Description("Its parts, in their order; they have no parts of their own.")] FileResource[]? Parts = null,
    [property: Description("Its words in other languages, by language (BCP 47); what isn't words is the same in all.")] Dictionary<string, FileTranslation>? Translations = null);

[Description("A resource's words in another language.")]
internal sealed record FileTranslation(
    [property: Description("Its title.")] string Title,
    [property: Description("What it holds.")] string? Description = null,
    [property: Description("Who translated it; without it, a human."), AllowedChoices<Vocabulary.Origins>] string Origin = "human");

internal sealed class ResourcesFileValidator : AbstractValidator<ResourcesFile>
{
    public ResourcesFileValidator()
    {
        RuleFor(f => f.Resources).NotEmpty().WithMessage("must hold at least one resource.");
        RuleForEach(f => f.Resources).SetValidator(new FileResourceValidator(isPart: false));
        RuleFor(f => f.Resources)
            .Must(r => All(r).GroupBy(x => x.Slug, StringComparer.Ordinal).All(same => same.Count() == 1))
            .WithMessage("must not hold two resources with the same slug.");
    }

    public static IEnumerable<FileResource> All(IEnumerable<FileResource> resources) => resources.SelectMany(r => (IEnumerable<FileResource>)[r, .. r.Parts ?? []]);
}

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
        RuleFor(r => r.Translations)
            .Must(t => t is null || t.Keys.All(LanguageTag.Form.IsMatch))
            .WithMessage("must be by language tags as in BCP 47, for example es.")
            .Must(t => t is null || t.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() == t.Count)
            .WithMessage("must hold each language once.");
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

internal sealed class FileTranslationValidator : AbstractValidator<FileTranslation>
{
    public FileTranslationValidator()
    {
        RuleFor(t => t.Title).IsText(300);
        RuleFor(t => t.Description).IsText(2000);
        RuleFor(t => t.Origin).IsOneOf(Vocabulary.Origins.All);
    }
}
