using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Editorial.Import.Documents.Links;

/// <summary>A resource that an import creates for a link, or a placeholder that it fills.</summary>
/// <param name="Language">The language of its title.</param>
internal sealed record PlannedResource(Guid Id, string Slug, string Language, ResourceContent Content, bool IsFilled)
{
    public override string ToString() => $"{Slug}: {Content.Kind}, {Content.Url ?? "placeholder"}";
}
