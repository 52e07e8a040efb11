using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Freshness;

/// <summary>Copy of a record that you show or store.</summary>
/// <param name="Slug" example="how-do-i-get-more-information">Slug of the record: the current one or an earlier one.</param>
/// <param name="Language" example="en">Language of the copy (BCP 47).</param>
/// <param name="ContentHash">
/// `contentHash` of the record when you copied it. You can compute it for entries and topics: see "Content hashes" in the API's
/// description.
/// </param>
/// <param name="Type">Type of the record.</param>
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
            .OverridePropertyName("."); // "" would be replaced by the parameter name
    }

    private sealed class CopyValidator : RequestValidator<FreshnessCopy>
    {
        public CopyValidator()
        {
            RuleFor(c => c.Slug).NotNull().WithMessage("Required.");
            RuleFor(c => c.Language).NotNull().WithMessage("Required.");
            RuleFor(c => c.ContentHash).NotNull().WithMessage(ContentHash.Form.Message);
        }
    }
}
