using System.ComponentModel;
using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Where a reader is: one of postalCode, county, state, or lat with lon.</summary>
/// <param name="PostalCode" example="87102">Postal code of the United States: five digits; four more (87102-1234) are passed over.</param>
/// <param name="County">County (FIPS, five digits), for example 35013.</param>
/// <param name="State">State in two letters, for example NM.</param>
/// <param name="Lat">Degrees north (WGS 84), with lon. Rounded to two decimals before anything else happens.</param>
/// <param name="Lon">Degrees east (WGS 84), with lat. Rounded to two decimals before anything else happens.</param>
/// <param name="Limit">How many contacts at most.</param>
/// <param name="Lang">The language to serve (BCP 47). Without it Accept-Language decides.</param>
public sealed record LocateRequest(
    PostalCode? PostalCode = null,
    CountyCode? County = null,
    StateCode? State = null,
    double? Lat = null,
    double? Lon = null,
    [property: DefaultValue(LocateRequest.DefaultLimit)] int? Limit = null,
    LanguageTag? Lang = null) : IInAnyLanguage
{
    public const int MaxLimit = 50;
    public const int DefaultLimit = 10;

    public double? Lat { get; } = Rounded(Lat);

    public double? Lon { get; } = Rounded(Lon);

    private static double? Rounded(double? degrees) => degrees is { } exact ? Math.Round(exact, 2) : null;
}

internal sealed class LocateValidator : RequestValidator<LocateRequest>
{
    public LocateValidator()
    {
        RuleFor(r => r.PostalCode)
            .Must((r, _) => Places(r) == 1)
            .WithMessage("Exactly one of postalCode, county, state, or lat with lon, must be given.");
        RuleFor(r => r.Lat).InclusiveBetween(-90, 90).WithMessage("Must be a number from -90 to 90.");
        RuleFor(r => r.Lon).InclusiveBetween(-180, 180).WithMessage("Must be a number from -180 to 180.");
        RuleFor(r => r.Lon)
            .Must((r, lon) => (lon is null) == (r.Lat is null))
            .WithMessage("Must be given with lat, and lat with it.");
        RuleFor(r => r.Limit).IsLimit(LocateRequest.MaxLimit);
    }

    private static int Places(LocateRequest request)
    {
        object?[] places = [request.PostalCode, request.County, request.State, request.Lat ?? request.Lon];
        return places.Count(p => p is not null);
    }
}
