using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Freshness;

/// <summary>A copy that somebody has.</summary>
/// <param name="Slug" example="how-do-i-get-more-information">The record's slug, or an earlier one.</param>
/// <param name="Language" example="en">The copy's language (BCP 47).</param>
/// <param name="ContentHash">The record's contentHash as it was with the copy, or computed from it: see the description of this document.</param>
/// <param name="Type">What the record is.</param>
public sealed record FreshnessCopy(
    [property: Required] Slug? Slug = null,
    [property: Required] LanguageTag? Language = null,
    [property: Required] ContentHash? ContentHash = null,
    [property: DefaultValue("faq")] Choice<Vocabulary.RecordTypes>? Type = null);

internal sealed class FreshnessValidator : AbstractValidator<FreshnessCopy[]>
{
    public const int MaxCopies = 200;

    public FreshnessValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Stop;
        RuleFor(c => c.Length)
            .InclusiveBetween(1, MaxCopies)
            .OverridePropertyName("")
            .WithMessage($"Must be an array of 1 to {MaxCopies} copies.");
        RuleForEach(c => c)
            .NotNull()
            .WithMessage("Must be an object.")
            .SetValidator(new CopyValidator())
            .OverridePropertyName("."); // "" would be the parameter's name
    }

    private sealed class CopyValidator : RequestValidator<FreshnessCopy>
    {
        public CopyValidator()
        {
            RuleFor(c => c.Slug).NotNull().WithMessage("Must be given.");
            RuleFor(c => c.Language).NotNull().WithMessage("Must be given.");
            RuleFor(c => c.ContentHash).NotNull().WithMessage(ContentHash.Form.Message);
        }
    }
}
