using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Place to search from: exactly one of `postalCode`, `county`, `state`, or `lat` with `lon`.</summary>
/// <param name="PostalCode" example="87102">US postal code, five digits. The last four of a ZIP+4 code (87102-1234) are ignored.</param>
/// <param name="County">County: FIPS code of five digits, for example `35013`.</param>
/// <param name="State">State: two letters, for example `NM`.</param>
/// <param name="Lat">Latitude in degrees (WGS 84). Requires `lon`. Rounded to two decimals before use.</param>
/// <param name="Lon">Longitude in degrees (WGS 84). Requires `lat`. Rounded to two decimals before use.</param>
/// <param name="Limit">Maximum number of contacts.</param>
/// <param name="Lang">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record LocateRequest(
    [property: RegularExpression(LocateRequest.PostalCodePattern)] string? PostalCode = null,
    [property: RegularExpression("^[0-9]{5}$")] string? County = null,
    [property: RegularExpression("^[A-Z]{2}$")] string? State = null,
    double? Lat = null,
    double? Lon = null,
    [property: DefaultValue(LocateRequest.DefaultLimit), Range(1, LocateRequest.MaxLimit)] int? Limit = null,
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null) : IInAnyLanguage
{
    public const string PostalCodePattern = "^[0-9]{5}(-[0-9]{4})?$";
    public const int MaxLimit = 50;
    public const int DefaultLimit = 10;

    [Range(-90, 90)]
    public double? Lat { get; } = Rounded(Lat);

    [Range(-180, 180)]
    public double? Lon { get; } = Rounded(Lon);

    private static double? Rounded(double? degrees) => degrees is { } exact ? Math.Round(exact, 2) : null;
}

internal sealed partial class LocateValidator : AbstractValidator<LocateRequest>
{
    public LocateValidator()
    {
        RuleFor(r => r.PostalCode).Must((r, _) => Places(r) == 1).WithMessage("Give exactly one of postalCode, county, state, or lat with lon.");
        RuleFor(r => r.PostalCode).Must(c => c is null || PostalCode().IsMatch(c)).WithMessage("Must be five digits, for example 87102, or nine, for example 87102-1234.");
        RuleFor(r => r.County).Must(c => c is null || (c.Length == 5 && c.All(char.IsAsciiDigit))).WithMessage("Must be a FIPS code of five digits, for example 35013.");
        RuleFor(r => r.State).IsState();
        RuleFor(r => r.Lat).InclusiveBetween(-90, 90).WithMessage("Must be a number from -90 to 90.");
        RuleFor(r => r.Lon).InclusiveBetween(-180, 180).WithMessage("Must be a number from -180 to 180.");
        RuleFor(r => r.Lon).Must((r, lon) => (lon is null) == (r.Lat is null)).WithMessage("lat and lon must be given together.");
        RuleFor(r => r.Limit).IsLimit(LocateRequest.MaxLimit);
        RuleFor(r => r.Lang).IsLanguage();
    }

    private static int Places(LocateRequest request) =>
        new[] { request.PostalCode is not null, request.County is not null, request.State is not null, (request.Lat ?? request.Lon) is not null }.Count(given => given);

    [GeneratedRegex(@"^[0-9]{5}(-[0-9]{4})?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PostalCode();
}
