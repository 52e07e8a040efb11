using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Content;

/// <summary>Query parameters of a single record.</summary>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record GetRequest(
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null);

internal sealed class GetValidator : AbstractValidator<GetRequest>
{
    public GetValidator() => RuleFor(r => r.Lang).IsLanguage();
}
