using System.ComponentModel;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Editorial.Import.Resources;

[Description("Title and description of a resource in another language.")]
internal sealed record FileTranslation(
    [property: Description("Title.")] string Title,
    [property: Description("Description, as plain text.")] string? Description = null,
    [property: Description("Origin of the translation. Default: human."), AllowedChoices<Vocabulary.Origins>]
    string Origin = "human");

internal sealed class FileTranslationValidator : AbstractValidator<FileTranslation>
{
    public FileTranslationValidator()
    {
        RuleFor(t => t.Title).IsText(300);
        RuleFor(t => t.Description).IsText(2000);
        RuleFor(t => t.Origin).IsOneOf(Vocabulary.Origins.All);
    }
}
