using FluentValidation;
using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Editorial.Import;

internal static class FileRules
{
    public static void IsText<T>(this IRuleBuilder<T, string?> rule, int max) =>
        rule.Must(s => s is null || (!string.IsNullOrWhiteSpace(s) && s.Length <= max && !ImportFile.HoldsNonCharacters(s)))
            .WithMessage($"must have 1 to {max} characters.");

    public static void IsUrl<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || (LinkTarget.OfUrl(s) is { Length: <= 2000 })).WithMessage("must be an http or https URL.");
}
