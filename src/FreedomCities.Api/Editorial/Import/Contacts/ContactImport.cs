using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>Imports contacts.json.</summary>
internal static class ContactImport
{
    private const string ErasedSql = """
        select h.slug
        from slug_history h
        where h.type = 'contact'
          and h.slug = any (@Slugs)
          and not exists (select from contact c where c.id = h.record_id)
        order by h.slug
        """;

    private const string ChangedAffiliatesSql = """
        select a.slug
        from affiliate a
        join unnest(@Slugs, @Names, @Urls) as given (slug, name, url) on given.slug = a.slug
        where (a.name, a.url) is distinct from (given.name, given.url)
        """;

    private const string WriteAffiliateSql = """
        insert into affiliate (id, slug, name, url)
        values (@Id, @Slug, @Name, @Url)
        on conflict (slug) do update
        set name = excluded.name,
            url = excluded.url
        returning id
        """;

    private const string MissingContactsSql = """
        select r.slug
        from contact c
        join affiliate a on a.id = c.affiliate_id
        join record r on r.id = c.id
        where a.slug = any (@Affiliates)
          and c.id <> all (@Ids)
          and served_language(c.id, '{}') is not null
        order by c.id
        """;

    private const string MentioningAnswersSql = """
        select distinct r.slug
        from faq_contact fc
        join record r on r.id = fc.faq_id
        where fc.contact_id = any (@Changed)
        order by r.slug
        """;

    private const string KnownOfficesSql = """
        select h.slug
        from slug_history h
        join contact c on c.id = h.record_id and c.kind = 'office'
        where h.type = 'contact'
          and h.slug = any (@Slugs)
        """;

    private const string OfficeSql = """
        select c.id, a.id as affiliate_id, a.slug, a.name, a.url
        from slug_history h
        join contact c on c.id = h.record_id and c.kind = 'office'
        join affiliate a on a.id = c.affiliate_id
        where h.type = 'contact'
          and h.slug = @Slug
        """;

    public static async Task Run(ImportContext context, ContactsFile file)
    {
        context.Report.WithHeadings("created", "changed", "unchanged", "no longer in the file (still published)");
        await EnsureNoneIsErased(context, file);
        await KnownZones.Ensure(context, "hours.zone", file.Contacts.Select(c => (c.Slug, c.Hours?.Zone)));
        await EnsureOffices(context, file);
        var changedAffiliates = await FindChangedAffiliates(context, file.Affiliates ?? []);
        var affiliates = await WriteAffiliates(context, file.Affiliates ?? []);
        var (ids, changed) = (new List<Guid>(), new List<Guid>());
        foreach (var contact in file.Contacts.OrderBy(c => c.Kind == "person"))
        {
            ids.Add(await Write(context, await ResolveContent(context, contact, affiliates), changed));
        }

        await EnsureComplete(context, changedAffiliates, ids);
        var fileContents = new { Affiliates = affiliates.Keys.ToArray(), Ids = ids.ToArray() };
        await context.ReportSlugs("no longer in the file (still published)", MissingContactsSql, fileContents);
        await context.ReportSlugs(
            "answers that mention a changed contact (check them)", MentioningAnswersSql, new { Changed = changed.ToArray() });
    }

    private static async Task EnsureNoneIsErased(ImportContext context, ContactsFile file)
    {
        var slugs = file.Contacts.Select(c => c.Slug).ToArray();
        var erased = await context.Connection.Query<string>(ErasedSql, new { Slugs = slugs }, context.Ct);
        if (erased.Length > 0)
        {
            throw new ImportException(
                [.. erased.Select(slug => $"{context.File.Name}: the contact '{slug}' is erased. Remove it from the file.")]);
        }
    }

    private static async Task EnsureOffices(ImportContext context, ContactsFile file)
    {
        var own = file.Contacts.Where(c => c.Kind == "office").Select(c => c.Slug).ToHashSet(StringComparer.Ordinal);
        var others = file.Contacts.Where(c => c.Office is { } office && !own.Contains(office)).ToArray();
        var known = await context.Connection.Query<string>(
            KnownOfficesSql, new { Slugs = others.Select(c => c.Office).ToArray() }, context.Ct);
        var unknown = others.Where(c => !known.Contains(c.Office, StringComparer.Ordinal)).ToArray();
        if (unknown.Length > 0)
        {
            throw new ImportException(
                [.. unknown.Select(c => $"{context.File.Name}: the office '{c.Office}' of '{c.Slug}' is unknown.")]);
        }
    }

    private static Task<string[]> FindChangedAffiliates(ImportContext context, FileAffiliate[] affiliates) =>
        context.Connection.Query<string>(
            ChangedAffiliatesSql,
            new
            {
                Slugs = affiliates.Select(a => a.Slug).ToArray(),
                Names = affiliates.Select(a => a.Name).ToArray(),
                Urls = affiliates.Select(a => a.NormalUrl).ToArray(),
            },
            context.Ct);

    private static async Task<Dictionary<string, (FileAffiliate Affiliate, Guid Id)>> WriteAffiliates(
        ImportContext context, FileAffiliate[] affiliates)
    {
        var written = new Dictionary<string, (FileAffiliate Affiliate, Guid Id)>(StringComparer.Ordinal);
        foreach (var affiliate in affiliates)
        {
            var values = new { Id = Guid.CreateVersion7(), affiliate.Slug, affiliate.Name, Url = affiliate.NormalUrl };
            var id = await context.Connection.QueryFirst<Guid>(WriteAffiliateSql, values, context.Ct);
            written[affiliate.Slug] = (affiliate, id);
        }

        return written;
    }

    // Each contact contains its affiliate's data: a changed affiliate is a new revision of all its contacts.
    private static async Task EnsureComplete(ImportContext context, string[] affiliates, List<Guid> ids)
    {
        var missing = await context.Connection.Query<string>(
            MissingContactsSql, new { Affiliates = affiliates, Ids = ids.ToArray() }, context.Ct);
        if (missing.Length > 0)
        {
            throw new ImportException(
                $"{context.File.Name}: the affiliate {string.Join(", ", affiliates)} changes, so the file must contain all its contacts. " +
                $"Missing: {string.Join(", ", missing)}.");
        }
    }

    private static async Task<ContactContent> ResolveContent(
        ImportContext context, FileContact contact, Dictionary<string, (FileAffiliate Affiliate, Guid Id)> affiliates)
    {
        if (contact.Office is null)
        {
            var (affiliate, id) = affiliates[contact.Affiliate!];
            return new ContactContent(contact, affiliate, id, OfficeId: null);
        }

        var office = await context.Connection.QueryFirst<Office>(OfficeSql, new { Slug = contact.Office }, context.Ct);
        return new ContactContent(contact, new FileAffiliate(office!.Slug, office.Name, office.Url), office.AffiliateId, office.Id);
    }

    private static Task<Guid> Write(ImportContext context, ContactContent content, List<Guid> changed) =>
        ExistingRecord.Write(
            context, "contact", content.Contact.Slug, content.Contact.Source, content.Hash, changed,
            (id, source) => ContactWriter.Write(context, id, content, source));

    private sealed record Office
    {
        public required Guid Id { get; init; }

        public required Guid AffiliateId { get; init; }

        public required string Slug { get; init; }

        public required string Name { get; init; }

        public required string? Url { get; init; }
    }
}
