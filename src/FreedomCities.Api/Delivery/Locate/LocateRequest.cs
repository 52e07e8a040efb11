using System.ComponentModel;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Place to search from: exactly one of `postalCode`, `county`, `state`, or `lat` with `lon`.</summary>
/// <param name="PostalCode" example="87102">US postal code, five digits. The last four of a ZIP+4 code (87102-1234) are ignored.</param>
/// <param name="County">County: FIPS code of five digits, for example `35013`.</param>
/// <param name="State">State: two letters, for example `NM`.</param>
/// <param name="Lat">Latitude in degrees (WGS 84). Requires `lon`. Rounded to two decimals before use.</param>
/// <param name="Lon">Longitude in degrees (WGS 84). Requires `lat`. Rounded to two decimals before use.</param>
/// <param name="Languages">
/// Only contacts that speak one of these languages (BCP 47), for example `es,vi`. `es` also finds `es-MX`, and the reverse.
/// </param>
/// <param name="Open">`now`: only contacts whose weekly hours say that they are open now.</param>
/// <param name="Limit">Maximum number of contacts.</param>
/// <param name="Lang">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record LocateRequest(
    PostalCode? PostalCode = null,
    CountyCode? County = null,
    StateCode? State = null,
    double? Lat = null,
    double? Lon = null,
    LanguageTagList? Languages = null,
    Choice<Vocabulary.OpenTimes>? Open = null,
    [property: DefaultValue(LocateRequest.DefaultLimit)] int? Limit = null,
    LanguageTag? Lang = null) : IInAnyLanguage
{
    public const int MaxLimit = 50;
    public const int DefaultLimit = 10;

    public double? Lat { get; } = Rounded(Lat);

    public double? Lon { get; } = Rounded(Lon);

    internal bool IsFiltered => Languages is not null || Open is not null;

    private static double? Rounded(double? degrees) => degrees is { } exact ? Math.Round(exact, 2) : null;
}

internal sealed class LocateValidator : RequestValidator<LocateRequest>
{
    public LocateValidator()
    {
        RuleFor(r => r.PostalCode)
            .Must((r, _) => Places(r) == 1)
            .WithMessage("Give exactly one of postalCode, county, state, or lat with lon.");
        RuleFor(r => r.Lat).InclusiveBetween(-90, 90).WithMessage("Must be a number from -90 to 90.");
        RuleFor(r => r.Lon).InclusiveBetween(-180, 180).WithMessage("Must be a number from -180 to 180.");
        RuleFor(r => r.Lon)
            .Must((r, lon) => (lon is null) == (r.Lat is null))
            .WithMessage("lat and lon must be given together.");
        RuleFor(r => r.Limit).IsLimit(LocateRequest.MaxLimit);
    }

    private static int Places(LocateRequest request)
    {
        object?[] places = [request.PostalCode, request.County, request.State, request.Lat ?? request.Lon];
        return places.Count(p => p is not null);
    }
}
