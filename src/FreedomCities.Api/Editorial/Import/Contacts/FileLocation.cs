using System.ComponentModel;
using FluentValidation;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Editorial.Import.Contacts;

[Description("Location of a contact.")]
internal sealed record FileLocation(
    [property: Description("City.")] string? City = null,
    [property: Description("State, two letters.")] string? State = null,
    [property: Description("County, FIPS code of five digits.")] string? County = null,
    [property: Description("Latitude in degrees (WGS 84), positive to the north.")] double? Latitude = null,
    [property: Description("Longitude in degrees (WGS 84), positive to the east.")] double? Longitude = null);

internal sealed class FileLocationValidator : AbstractValidator<FileLocation>
{
    public FileLocationValidator()
    {
        RuleFor(l => l.City).IsText(100);
        RuleFor(l => l.State)
            .Must(s => s is null || StateCode.Form.IsMatch(s))
            .WithMessage("must be two letters, for example NM.");
        RuleFor(l => l.County)
            .Must(c => c is null || CountyCode.Form.IsMatch(c))
            .WithMessage("must be a FIPS code of five digits.");
        RuleFor(l => l.Latitude).InclusiveBetween(-90, 90).WithMessage("must be from -90 to 90.");
        RuleFor(l => l.Longitude).InclusiveBetween(-180, 180).WithMessage("must be from -180 to 180.");
        RuleFor(l => l.Longitude)
            .Must((l, longitude) => (longitude is null) == (l.Latitude is null))
            .WithMessage("must be given together with latitude.");
    }
}
