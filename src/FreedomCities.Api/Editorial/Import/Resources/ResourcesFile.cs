using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FluentValidation;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>resources.json.</summary>
[Description("Resources that answers link to, for the command: import resources.json. A corrected file changes only what was corrected.")]
internal sealed record ResourcesFile(
    [property: Description("Resources, in order.")] FileResource[] Resources,
    [property: JsonPropertyName("$schema")] string? Schema = null);

[Description("A resource.")]
internal sealed record FileResource(
    [property: Description("Slug that identifies the resource, also in URLs.")] string Slug,
    [property: Description("Kind of resource."), AllowedValues("website", "guide", "policy", "video", "document")] string Kind,
    [property: Description("Title. For a placeholder, the text of the link in the document.")] string Title,
    [property: Description("Source of the facts.")] FileSource Source,
    [property: Description("Description, as plain text.")] string? Description = null,
    [property: Description("URL (http or https).")] string? Url = null,
    [property: Description("The link in the document has the target \"#\". If url is given, it replaces this target.")] bool Placeholder = false,
    [property: Description("Day of the event that the resource documents or announces, as YYYY-MM-DD.")] DateOnly? EventDate = null,
    [property: Description("Parts, in order. Parts can't have parts.")] FileResource[]? Parts = null,
    [property: Description("Title and description in other languages, by language (BCP 47). Other members apply to all languages.")] Dictionary<string, FileTranslation>? Translations = null);

[Description("Title and description of a resource in another language.")]
internal sealed record FileTranslation(
    [property: Description("Title.")] string Title,
    [property: Description("Description, as plain text.")] string? Description = null,
    [property: Description("Origin of the translation. Default: human."), AllowedValues("human", "machine", "machine-reviewed")] string Origin = "human");

internal sealed class ResourcesFileValidator : AbstractValidator<ResourcesFile>
{
    public ResourcesFileValidator()
    {
        RuleFor(f => f.Resources).NotEmpty().WithMessage("must contain at least one resource.");
        RuleForEach(f => f.Resources).SetValidator(new FileResourceValidator(isPart: false));
        RuleFor(f => f.Resources)
            .Must(r => All(r).GroupBy(x => x.Slug, StringComparer.Ordinal).All(same => same.Count() == 1))
            .WithMessage("must not contain two resources with the same slug.");
    }

    public static IEnumerable<FileResource> All(IEnumerable<FileResource> resources) => resources.SelectMany(r => (IEnumerable<FileResource>)[r, .. r.Parts ?? []]);
}

internal sealed class FileResourceValidator : AbstractValidator<FileResource>
{
    public FileResourceValidator(bool isPart)
    {
        RuleFor(r => r.Slug).NotNull().IsSlug();
        RuleFor(r => r.Kind).IsOneOf(["website", "guide", "policy", "video", "document"]);
        RuleFor(r => r.Title).IsText(300);
        RuleFor(r => r.Source).SetValidator(new FileSourceValidator());
        RuleFor(r => r.Description).IsText(2000);
        RuleFor(r => r.Url).IsUrl();
        RuleFor(r => r.Translations)
            .Must(t => t is null || t.Keys.All(Languages.IsTag))
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

internal sealed class FileTranslationValidator : AbstractValidator<FileTranslation>
{
    public FileTranslationValidator()
    {
        RuleFor(t => t.Title).IsText(300);
        RuleFor(t => t.Description).IsText(2000);
        RuleFor(t => t.Origin).IsOneOf(["human", "machine", "machine-reviewed"]);
    }
}
