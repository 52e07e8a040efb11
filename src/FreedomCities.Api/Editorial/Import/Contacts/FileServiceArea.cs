using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Editorial.Import.Contacts;

[Description("Area that a contact serves.")]
internal sealed record FileServiceArea(
    [property: Description("Kind of area, which determines the form of code."), AllowedValues("state", "county", "postal-code")]
    string Kind,
    [property: Description("Two letters of a state, five FIPS digits of a county, or a five-digit postal code.")] string Code,
    [property: Description("Name of the area.")] string Name);

internal sealed class FileServiceAreaValidator : AbstractValidator<FileServiceArea>
{
    public FileServiceAreaValidator()
    {
        RuleFor(a => a.Kind).IsOneOf(["state", "county", "postal-code"]);
        RuleFor(a => a.Code)
            .Must((a, code) => a.Kind == "state" ? IsState(code) : IsFiveDigits(code))
            .WithMessage("must be the two letters of a state, or the five digits of a county or postal code.");
        RuleFor(a => a.Name).IsText(100);
    }

    private static bool IsState(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper);

    private static bool IsFiveDigits(string code) => code.Length == 5 && code.All(char.IsAsciiDigit);
}
