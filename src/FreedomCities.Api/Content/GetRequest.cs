using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Content;

/// <summary>What a caller may ask of a single record.</summary>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
public sealed record GetRequest(
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null);

internal sealed class GetValidator : AbstractValidator<GetRequest>
{
    public GetValidator() => RuleFor(r => r.Lang).IsLanguage();
}
