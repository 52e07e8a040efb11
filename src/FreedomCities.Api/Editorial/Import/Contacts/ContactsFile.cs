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
            .HasNoTwins("contacts", all => all.Select(c => c.Slug));
        RuleForEach(f => f.Contacts)
            .Must((f, c) => c.Affiliate is null || f.Affiliates?.Any(a => a.Slug == c.Affiliate) == true)
            .WithMessage((_, c) => $"the affiliate '{c.Affiliate}' of the office '{c.Slug}' is not in the file.");
        RuleFor(f => f.Affiliates)
            .HasNoTwins("affiliates", all => all.Select(a => a.Slug));
        RuleFor(f => f.Affiliates)
            .Must((f, a) => a is null || a.All(x => f.Contacts.Any(c => c.Affiliate == x.Slug)))
            .WithMessage("must be the affiliates of the offices in this file.");
    }
}
