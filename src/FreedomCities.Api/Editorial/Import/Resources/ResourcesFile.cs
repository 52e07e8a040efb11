using System.ComponentModel;
using System.Text.Json.Serialization;
using FluentValidation;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>resources.json.</summary>
[Description("Resources that answers link to, for the command: import resources.json. A corrected file changes only what was corrected.")]
internal sealed record ResourcesFile(
    [property: Description("Resources, in order.")] FileResource[] Resources,
    [property: JsonPropertyName("$schema")] string? Schema = null);

internal sealed class ResourcesFileValidator : AbstractValidator<ResourcesFile>
{
    public ResourcesFileValidator()
    {
        RuleFor(f => f.Resources).NotEmpty().WithMessage("must contain at least one resource.");
        RuleForEach(f => f.Resources).SetValidator(new FileResourceValidator(isPart: false));
        RuleFor(f => f.Resources)
            .HasNoTwins("resources", all => All(all).Select(r => r.Slug));
    }

    public static IEnumerable<FileResource> All(IEnumerable<FileResource> resources) =>
        resources.SelectMany(r => (IEnumerable<FileResource>)[r, .. r.Parts ?? []]);
}
