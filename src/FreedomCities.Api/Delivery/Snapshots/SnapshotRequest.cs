using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Query parameters of a snapshot.</summary>
/// <param name="Types" example="[&quot;topic&quot;]">Only records of these types.</param>
/// <param name="Lang" example="en">Only texts in exactly this language (BCP 47). Default: all languages.</param>
public sealed record SnapshotRequest(
    [property: AllowedValues("faq", "topic", "resource", "contact")] TextList? Types = null,
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null);

internal sealed class SnapshotValidator : AbstractValidator<SnapshotRequest>
{
    public SnapshotValidator()
    {
        RuleFor(r => r.Types).AreOf(RecordTypes.All);
        RuleFor(r => r.Lang).IsLanguage();
    }
}
