using System.Globalization;
using Dapper;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>What a contact states about itself in one language.</summary>
internal sealed record ContactContent(FileContact Contact, FileAffiliate Affiliate, Guid AffiliateId, Guid? OfficeId)
{
    public FilePhone[] Phones => Contact.Phones ?? [];

    public FileServiceArea[] Serves => Contact.Serves ?? [];

    public FileLocation Location => Contact.Location ?? new FileLocation();

    public string[] Languages => [.. (Contact.Languages ?? []).Select(LanguageTag.Canonical)];

    public string Hash => ContentHash.Compute(
    [
        Contact.Kind, Contact.Name, Contact.Role, Contact.Description, Affiliate.Slug, Affiliate.Name, Affiliate.NormalUrl, Contact.Office, Contact.Email,
        .. Phones.SelectMany(p => new[] { PhoneNumber.Uri(p.Number, p.Extension), p.Shown, p.Type, p.VerifiedAt?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) }),
        Location.City, Location.State, Location.County,
        Location.Latitude?.ToString(CultureInfo.InvariantCulture), Location.Longitude?.ToString(CultureInfo.InvariantCulture),
        .. Serves.OrderBy(a => a.Kind, StringComparer.Ordinal).ThenBy(a => a.Code, StringComparer.Ordinal).SelectMany(a => new[] { a.Kind, a.Code, a.Name }),
        .. Languages,
    ]);
}

/// <summary>Publishes a contact.</summary>
internal static class ContactWriter
{
    private const string WriteSql = """
        insert into contact (id, kind, affiliate_id, office_id, email, city, state, county, latitude, longitude, languages)
        values (@Id, @Kind, @AffiliateId, @OfficeId, @Email, @City, @State, @County, @Latitude, @Longitude, @Languages)
        on conflict (id) do update
        set kind = excluded.kind,
            affiliate_id = excluded.affiliate_id,
            office_id = excluded.office_id,
            email = excluded.email,
            city = excluded.city,
            state = excluded.state,
            county = excluded.county,
            latitude = excluded.latitude,
            longitude = excluded.longitude,
            languages = excluded.languages
        """;

    private const string WriteWordsSql = """
        insert into contact_translation (contact_id, language, name, role, description)
        values (@Id, @Language, @Name, @Role, @Description)
        on conflict (contact_id, language) do update
        set name = excluded.name,
            role = excluded.role,
            description = excluded.description
        """;

    private const string ClearSql = """
        delete from contact_phone where contact_id = @Id;
        delete from service_area where contact_id = @Id;
        """;

    private const string WritePhoneSql = """
        insert into contact_phone (contact_id, position, number, extension, display, type, verified_at)
        values (@Id, @Position, @Number, @Extension, @Display, @Type, @VerifiedAt)
        """;

    private const string OtherLanguagesSql = """
        select w.language, w.name, w.role, w.description, t.content_hash as hash, t.source_document_id as source
        from contact_translation w
        join translation t on t.record_id = w.contact_id and t.language = w.language and t.status in ('published', 'withdrawn')
        where w.contact_id = @Id
          and w.language <> @Language
        """;

    private const string WriteAreaSql = "insert into service_area (contact_id, kind, code, name) values (@Id, @Kind, @Code, @Name)";

    public static async Task Write(ImportContext work, Guid id, ContactContent content, Guid source)
    {
        var (contact, location) = (content.Contact, content.Location);
        await work.Publish(id, content.Hash, source);
        await Execute(work, WriteSql, new
        {
            Id = id,
            contact.Kind,
            content.AffiliateId,
            content.OfficeId,
            contact.Email,
            location.City,
            location.State,
            location.County,
            location.Latitude,
            location.Longitude,
            content.Languages,
        });
        await Execute(work, WriteWordsSql, new { Id = id, work.Options.Language, contact.Name, contact.Role, contact.Description });
        await Execute(work, ClearSql, new { Id = id });
        await Execute(work, WritePhoneSql, content.Phones.Select((p, i) => new
        {
            Id = id,
            Position = i + 1,
            p.Number,
            p.Extension,
            Display = p.Shown,
            p.Type,
            VerifiedAt = p.VerifiedAt?.ToUniversalTime(),
        }));
        await Execute(work, WriteAreaSql, content.Serves.Select(a => new { Id = id, a.Kind, a.Code, a.Name }));
        await SiblingTranslation.Publish(work, id, OtherLanguagesSql, other =>
            (content with { Contact = contact with { Name = other.Name, Role = other.Role, Description = other.Description } }).Hash);
    }

    private static Task<int> Execute(ImportContext work, string sql, object values) =>
        work.Connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: work.Ct));
}
