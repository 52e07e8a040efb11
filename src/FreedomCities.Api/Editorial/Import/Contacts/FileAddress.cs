using System.ComponentModel;
using System.Text.Json.Serialization;
using FluentValidation;
using FreedomCities.Api.Content.Contacts.Phones;

namespace FreedomCities.Api.Editorial.Import.Contacts;

[Description("Postal address (RFC 6350).")]
internal sealed record FileAddress(
    [property: Description("Post office box.")] string? PoBox = null,
    [property: Description("Suite, floor or apartment: text or a number."), JsonConverter(typeof(TextOrNumber))] string? Extended = null,
    [property: Description("Street and number.")] string? Street = null,
    [property: Description("City.")] string? Locality = null,
    [property: Description("State or province; two letters in the United States.")] string? Region = null,
    [property: Description("Postal code: text or a number."), JsonConverter(typeof(TextOrNumber))] string? PostalCode = null,
    [property: Description("Country (ISO 3166-1).")] string? Country = null)
{
    /// <summary>Restores the zeros that numbers and spreadsheets lose: codes of New England and New Jersey begin with one.</summary>
    public FileAddress WithWholePostalCode() =>
        PostalCode is { Length: 3 or 4 } code && Country is null or "US" && code.All(char.IsAsciiDigit)
            ? this with { PostalCode = code.PadLeft(5, '0') }
            : this;
}

internal sealed class FileAddressValidator : AbstractValidator<FileAddress>
{
    public FileAddressValidator()
    {
        RuleFor(a => a.PoBox).IsText(100);
        RuleFor(a => a.Extended).IsText(200);
        RuleFor(a => a.Street).IsText(200);
        RuleFor(a => a.Locality).IsText(100);
        RuleFor(a => a.Region).IsText(100);
        RuleFor(a => a.PostalCode).IsText(20);
        RuleFor(a => a.Country)
            .Must(c => c is null || PhoneNumber.IsCountry(c))
            .WithMessage("must be two letters of ISO 3166-1, for example US.");
    }
}
