using FreedomCities.Api.Database;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>Publishes a contact and writes its data.</summary>
internal static class ContactWriter
{
    private const string WriteSql = """
        insert into contact (
          id, kind, affiliate_id, office_id, email, city, state, county, latitude, longitude, languages, po_box, extended_address, street,
          locality, region, postal_code, country, hours_zone, hours_text
        )
        values (
          @Id, @Kind, @AffiliateId, @OfficeId, @Email, @City, @State, @County, @Latitude, @Longitude, @Languages, @PoBox, @Extended,
          @Street, @Locality, @Region, @PostalCode, @Country, @Zone, @Hours
        )
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
            languages = excluded.languages,
            po_box = excluded.po_box,
            extended_address = excluded.extended_address,
            street = excluded.street,
            locality = excluded.locality,
            region = excluded.region,
            postal_code = excluded.postal_code,
            country = excluded.country,
            hours_zone = excluded.hours_zone,
            hours_text = excluded.hours_text
        """;

    private const string WriteTextSql = """
        insert into contact_translation (contact_id, language, name, role, description, accessibility)
        values (@Id, @Language, @Name, @Role, @Description, @Accessibility)
        on conflict (contact_id, language) do update
        set name = excluded.name,
            role = excluded.role,
            description = excluded.description,
            accessibility = excluded.accessibility
        """;

    private const string ClearSql = """
        delete from contact_phone where contact_id = @Id;
        delete from contact_hours where contact_id = @Id;
        delete from service_area where contact_id = @Id;
        """;

    private const string WritePhoneSql = """
        insert into contact_phone (
          contact_id, position, number, country, extension, display, type, instruction, description, verified_at
        )
        values (@Id, @Position, @Number, @Country, @Extension, @Display, @Type, @Instruction, @Description, @VerifiedAt)
        """;

    private const string WriteHoursSql = """
        insert into contact_hours (contact_id, position, days, opens, closes)
        values (@Id, @Position, @Days, @Opens, @Closes)
        """;

    private const string SiblingsSql = """
        select w.language, w.name, w.role, w.description, w.accessibility, t.content_hash as hash, t.source_document_id as source
        from contact_translation w
        join translation t on t.record_id = w.contact_id and t.language = w.language and t.status in ('published', 'withdrawn')
        where w.contact_id = @Id
          and w.language <> @Language
        """;

    private const string WriteAreaSql = "insert into service_area (contact_id, kind, code, name) values (@Id, @Kind, @Code, @Name)";

    public static async Task Write(ImportContext context, Guid id, ContactContent content, Guid source)
    {
        var (contact, location, address, hours) = (content.Contact, content.Location, content.Address, content.Hours);
        await context.Publish(id, content.Hash, source);
        await Execute(context, WriteSql, new
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
            address.PoBox,
            address.Extended,
            address.Street,
            address.Locality,
            address.Region,
            address.PostalCode,
            address.Country,
            hours.Zone,
            Hours = hours.Text,
        });
        await Execute(context, WriteTextSql, new
        {
            Id = id,
            context.Options.Language,
            contact.Name,
            contact.Role,
            contact.Description,
            contact.Accessibility,
        });
        await WriteLists(context, id, content);
        await SiblingTranslation.Publish(context, id, SiblingsSql, sibling => (content with
        {
            Contact = contact with
            {
                Name = sibling.Name,
                Role = sibling.Role,
                Description = sibling.Description,
                Accessibility = sibling.Accessibility,
            },
        }).Hash);
    }

    private static async Task WriteLists(ImportContext context, Guid id, ContactContent content)
    {
        await Execute(context, ClearSql, new { Id = id });
        await Execute(context, WritePhoneSql, content.Phones.Select((p, i) => new
        {
            Id = id,
            Position = i + 1,
            p.Parsed!.Number,
            p.Parsed.Country,
            p.Parsed.Extension,
            Display = p.DisplayText,
            p.Type,
            p.Instruction,
            p.Description,
            VerifiedAt = p.VerifiedAt?.ToUniversalTime(),
        }));
        await Execute(context, WriteHoursSql, content.Hours.Weeks.Select((w, i) => new
        {
            Id = id,
            Position = i + 1,
            w.Days,
            w.Opens,
            w.Closes,
        }));
        await Execute(context, WriteAreaSql, content.Serves.Select(a => new { Id = id, a.Kind, a.Code, a.Name }));
    }

    private static Task<int> Execute(ImportContext context, string sql, object values) =>
        context.Connection.Execute(sql, values, context.Ct);
}
