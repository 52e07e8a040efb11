using System.Globalization;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>A contact in one language, with the affiliate and office that it belongs to.</summary>
internal sealed record ContactContent(FileContact Contact, FileAffiliate Affiliate, Guid AffiliateId, Guid? OfficeId)
{
    public FilePhone[] Phones => Contact.Phones ?? [];

    public FileServiceArea[] Serves => Contact.Serves ?? [];

    public FileLocation Location => Contact.Location ?? new FileLocation();

    public string[] Languages => [.. (Contact.Languages ?? []).Select(LanguageTag.Canonical)];

    public string Hash => ContentHash.Compute(
    [
        Contact.Kind, Contact.Name, Contact.Role, Contact.Description,
        Affiliate.Slug, Affiliate.Name, Affiliate.NormalUrl, Contact.Office, Contact.Email,
        .. Phones.SelectMany(p => new[] { PhoneNumber.Uri(p.Number, p.Extension), p.DisplayText, p.Type, Format(p.VerifiedAt) }),
        Location.City, Location.State, Location.County, Format(Location.Latitude), Format(Location.Longitude),
        .. Serves
            .OrderBy(a => a.Kind, StringComparer.Ordinal)
            .ThenBy(a => a.Code, StringComparer.Ordinal)
            .SelectMany(a => new[] { a.Kind, a.Code, a.Name }),
        .. Languages,
    ]);

    private static string? Format(DateTimeOffset? time) => time?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static string? Format(double? degrees) => degrees?.ToString(CultureInfo.InvariantCulture);
}
