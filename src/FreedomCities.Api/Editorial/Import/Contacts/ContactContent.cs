using System.Globalization;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts.Phones;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>A contact in one language, with the affiliate and office that it belongs to.</summary>
internal sealed record ContactContent(FileContact Contact, FileAffiliate Affiliate, Guid AffiliateId, Guid? OfficeId)
{
    public FilePhone[] Phones => Contact.Phones ?? [];

    public FileServiceArea[] Serves => Contact.Serves ?? [];

    public FileAddress Address => Contact.Address?.WithWholePostalCode() ?? new FileAddress();

    public FileHours Hours => Contact.Hours ?? new FileHours();

    /// <summary>The location; its city and state are those of the address unless it states others.</summary>
    public FileLocation Location => (Contact.Location ?? new FileLocation()) with
    {
        City = Contact.Location?.City ?? Address.Locality,
        State = Contact.Location?.State ?? AddressState,
    };

    public string[] Languages => [.. (Contact.Languages ?? []).Select(LanguageTag.Canonical)];

    public string Hash => ContentHash.Compute(
    [
        Contact.Kind, Contact.Name, Contact.Role, Contact.Description,
        Affiliate.Slug, Affiliate.Name, Affiliate.NormalUrl, Contact.Office, Contact.Email,
        .. Phones.SelectMany(p => new[] { FormatUri(p), p.DisplayText, p.Type, Format(p.VerifiedAt) }),
        Location.City, Location.State, Location.County, Format(Location.Latitude), Format(Location.Longitude),
        .. Serves
            .OrderBy(a => a.Kind, StringComparer.Ordinal)
            .ThenBy(a => a.Code, StringComparer.Ordinal)
            .SelectMany(a => new[] { a.Kind, a.Code, a.Name }),
        .. Languages,
        .. OptionalFacts.SelectMany(f => f.Value is null ? [] : new[] { f.Name, f.Value }),
    ]);

    // Each with its name: without any of them a hash is what it was before they existed.
    private IEnumerable<(string Name, string? Value)> OptionalFacts =>
    [
        .. Phones.SelectMany((p, i) => new[] { ($"instruction {i}", p.Instruction), ($"description {i}", p.Description) }),
        ("poBox", Address.PoBox),
        ("extended", Address.Extended),
        ("street", Address.Street),
        ("locality", Address.Locality),
        ("region", Address.Region),
        ("postalCode", Address.PostalCode),
        ("country", Address.Country),
        ("zone", Hours.Zone),
        .. Hours.Weeks.Select(w => ("weekly", (string?)$"{string.Join(',', w.Days)} {w.Opens}-{w.Closes}")),
        ("hours", Hours.Text),
        ("accessibility", Contact.Accessibility),
    ];

    private string? AddressState =>
        Address is { Region: { } region, Country: null or "US" } && StateCode.Form.IsMatch(region) ? region : null;

    private static string FormatUri(FilePhone phone) =>
        PhoneNumber.Uri(phone.Parsed!.Number, phone.Parsed.Extension, phone.Parsed.Country, phone.Type);

    private static string? Format(DateTimeOffset? time) => time?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static string? Format(double? degrees) => degrees?.ToString(CultureInfo.InvariantCulture);
}
