using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Contacts.Phones;
using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>A published contact, and the slug of its office, which may be withdrawn.</summary>
internal sealed record ExportedContact(Contact Contact, string? Office);

/// <summary>Writes the published contacts of a language as a file that an import leaves unchanged.</summary>
internal static class ContactExport
{
    private const string ContactsSql = """
        select s.document, o.slug as office
        from served s
        join contact c on c.id = s.record_id
        left join record o on o.id = c.office_id
        where s.type = 'contact'
          and lower(s.language) = lower(@Language)
        order by s.record_id
        """;

    private static readonly JsonSerializerOptions Options = new(JsonFile.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static async Task<ExportedContact[]> Load(NpgsqlDataSource database, string language, CancellationToken ct)
    {
        var rows = await database.Query<(string Document, string? Office)>(ContactsSql, new { Language = language }, ct);
        return Array.ConvertAll(
            rows, r => new ExportedContact(JsonSerializer.Deserialize<Contact>(r.Document, Http.Responses.Json.Documents)!, r.Office));
    }

    public static string WriteJson(ContactsFile file) => JsonSerializer.Serialize(file, Options) + "\n";

    public static ContactsFile CreateFile(ExportedContact[] contacts)
    {
        var affiliates = contacts.Where(c => c.Office is null)
            .Select(c => c.Contact.Affiliate)
            .DistinctBy(a => a.Slug, StringComparer.Ordinal)
            .Select(a => new FileAffiliate(a.Slug, a.Name, a.Url));
        return new ContactsFile([.. contacts.Select(c => Create(c.Contact, c.Office))], [.. affiliates]);
    }

    private static FileContact Create(Contact contact, string? office) => new(
        contact.Slug, contact.Kind, contact.Name, new FileSource(contact.Trust.Source.Title, contact.Trust.Source.Sha256),
        office is null ? contact.Affiliate.Slug : null, office, contact.Role, contact.Description, contact.Email,
        OrNull(contact.Phones.Select(Create)),
        contact.Address is not { } a ? null : new FileAddress(a.PoBox, a.Extended, a.Street, a.Locality, a.Region, a.PostalCode, a.Country),
        contact.Location is not { } l ? null : new FileLocation(l.City, l.State, l.County, l.Latitude, l.Longitude),
        OrNull(contact.Serves.Select(s => new FileServiceArea(s.Kind, s.Code, s.Name))),
        OrNull(contact.Languages),
        contact.Hours is not { } h
            ? null
            : new FileHours(h.Zone, OrNull(h.Weekly.Select(w => new FileWeeklyHours(w.Days, w.Opens, w.Closes))), h.Text),
        contact.Accessibility);

    private static FilePhone Create(Phone phone)
    {
        var display = PhoneNumber.Display(new ParsedNumber(phone.Number, phone.Extension, phone.Country));
        return new FilePhone(
            phone.Number, phone.Extension, phone.Display == display ? null : phone.Display, phone.Type, phone.Country, phone.Instruction,
            phone.Description, phone.VerifiedAt);
    }

    private static T[]? OrNull<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;
}
