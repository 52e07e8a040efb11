using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;

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
    [property: Required, RegularExpression(Validation.SlugPattern), MaxLength(Validation.MaxSlugLength)] string? Slug = null,
    [property: Required, RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Language = null,
    [property: Required, RegularExpression(FreshnessCopy.HashPattern)] string? ContentHash = null,
    [property: DefaultValue("faq"), AllowedValues("faq", "topic", "resource", "contact")] string? Type = null)
{
    internal const string HashPattern = "^sha256-[0-9a-f]{64}$";
}

internal sealed partial class FreshnessValidator : AbstractValidator<FreshnessCopy[]>
{
    public const int MaxCopies = 200;

    public FreshnessValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Stop;
        RuleFor(c => c.Length).InclusiveBetween(1, MaxCopies).OverridePropertyName("").WithMessage($"Must be an array of 1 to {MaxCopies} copies.");
        RuleForEach(c => c).NotNull().WithMessage("Must be an object.").SetValidator(new CopyValidator()).OverridePropertyName("."); // "" would be replaced by the parameter name
    }

    [GeneratedRegex(@"^sha256-[0-9a-f]{64}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hash();

    private sealed class CopyValidator : AbstractValidator<FreshnessCopy>
    {
        public CopyValidator()
        {
            RuleFor(c => c.Slug).Must(s => s is not null).WithMessage("Required.").IsSlug();
            RuleFor(c => c.Language).Must(l => l is not null).WithMessage("Required.").IsLanguage();
            RuleFor(c => c.ContentHash).Must(h => h is not null && Hash().IsMatch(h)).WithMessage("Must be sha256- and 64 lower-case hex digits.");
            RuleFor(c => c.Type).IsOneOf(RecordTypes.All);
        }
    }
}
