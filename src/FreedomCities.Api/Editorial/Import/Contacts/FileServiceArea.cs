using System.ComponentModel;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Editorial.Import.Contacts;

[Description("Area that a contact serves.")]
internal sealed record FileServiceArea(
    [property: Description("Kind of area, which determines the form of code."), AllowedChoices<Vocabulary.AreaKinds>]
    string Kind,
    [property: Description("Two letters of a state, five FIPS digits of a county, or a five-digit postal code.")] string Code,
    [property: Description("Name of the area.")] string Name);

internal sealed class FileServiceAreaValidator : AbstractValidator<FileServiceArea>
{
    public FileServiceAreaValidator()
    {
        RuleFor(a => a.Kind).IsOneOf(Vocabulary.AreaKinds.All);
        RuleFor(a => a.Code)
            .Must((a, code) => (a.Kind == "state" ? StateCode.Form : CountyCode.Form).IsMatch(code))
            .WithMessage("must be the two letters of a state, or the five digits of a county or postal code.");
        RuleFor(a => a.Name).IsText(100);
    }
}
