using System.ComponentModel;
using System.Text.Json.Serialization;
using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>contacts.json.</summary>
[Description("Offices and persons, for the command: import contacts.json. A corrected file changes only what was corrected.")]
internal sealed record ContactsFile(
    [property: Description("Offices and persons.")] FileContact[] Contacts,
    [property: Description("Organisations that the offices belong to.")] FileAffiliate[]? Affiliates = null,
    [property: JsonPropertyName("$schema")] string? Schema = null);

internal sealed class ContactsFileValidator : AbstractValidator<ContactsFile>
{
    public ContactsFileValidator()
    {
        RuleForEach(f => f.Affiliates).ChildRules(affiliate =>
        {
            affiliate.RuleFor(a => a.Slug).Matches(Slug.Form);
            affiliate.RuleFor(a => a.Name).IsText(300);
            affiliate.RuleFor(a => a.Url).IsUrl();
        });
        RuleFor(f => f.Contacts).NotEmpty().WithMessage("must contain at least one contact.");
        RuleForEach(f => f.Contacts).SetValidator(new FileContactValidator());
        RuleFor(f => f.Contacts)
            .Must(c => c.GroupBy(x => x.Slug, StringComparer.Ordinal).All(same => same.Count() == 1))
            .WithMessage("must not contain two contacts with the same slug.");
        RuleForEach(f => f.Contacts)
            .Must((f, c) => c.Affiliate is null || f.Affiliates?.Any(a => a.Slug == c.Affiliate) == true)
            .WithMessage((_, c) => $"the affiliate '{c.Affiliate}' of the office '{c.Slug}' is not in the file.");
        RuleFor(f => f.Affiliates)
            .Must(a => a is null || a.GroupBy(x => x.Slug, StringComparer.Ordinal).All(same => same.Count() == 1))
            .WithMessage("must not contain two affiliates with the same slug.");
        RuleFor(f => f.Affiliates)
            .Must((f, a) => a is null || a.All(x => f.Contacts.Any(c => c.Affiliate == x.Slug)))
            .WithMessage("must be the affiliates of the offices in this file.");
    }
}
