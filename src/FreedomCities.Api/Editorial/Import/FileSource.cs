using System.ComponentModel;
using FluentValidation;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>The source of the facts in a JSON file, which is not the file itself.</summary>
[Description("Source of the facts.")]
internal sealed record FileSource(
    [property: Description("Title of the document or list.")] string Title,
    [property: Description("SHA-256 of the imported document with the facts, in lower-case hex. Default: no imported document.")]
    string? Sha256 = null);

internal sealed class FileSourceValidator : AbstractValidator<FileSource>
{
    public FileSourceValidator()
    {
        RuleFor(s => s.Title).IsText(300);
        RuleFor(s => s.Sha256)
            .Must(s => s is null || (s.Length == 64 && s.All(char.IsAsciiHexDigitLower)))
            .WithMessage("must be 64 lower-case hex digits.");
    }
}
