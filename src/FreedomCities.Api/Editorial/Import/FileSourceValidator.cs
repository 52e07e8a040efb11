using FluentValidation;

namespace FreedomCities.Api.Editorial.Import;

internal sealed class FileSourceValidator : AbstractValidator<FileSource>
{
    public FileSourceValidator()
    {
        RuleFor(s => s.Title).IsText(300);
        RuleFor(s => s.Sha256).Must(s => s is null || (s.Length == 64 && s.All(char.IsAsciiHexDigitLower))).WithMessage("must be 64 lower-case hex digits.");
    }
}
