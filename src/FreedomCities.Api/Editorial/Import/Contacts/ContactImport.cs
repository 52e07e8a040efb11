using Dapper;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>Imports contacts.json.</summary>
internal static class ContactImport
{
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

    private const string AbsentSql = """
        select r.slug
        from contact c
        join affiliate a on a.id = c.affiliate_id
        join record r on r.id = c.id
        where a.slug = any (@Affiliates)
          and c.id <> all (@Given)
          and served_language(c.id, '{}') is not null
        order by c.id
        """;

    private const string AnswersSql = """
        select distinct r.slug
        from faq_contact fc
        join record r on r.id = fc.faq_id
        where fc.contact_id = any (@Changed)
        order by r.slug
        """;

    private const string OfficeSql = """
        select c.id, a.id as affiliate_id, a.slug, a.name, a.url
        from slug_history h
        join contact c on c.id = h.record_id and c.kind = 'office'
        join affiliate a on a.id = c.affiliate_id
        where h.type = 'contact'
          and h.slug = @Slug
        """;

    public static async Task Run(ImportContext work, ContactsFile file)
    {
        work.Report.Always("created", "changed", "unchanged", "no longer in the file (still published)");
        var renamed = await ChangedAffiliates(work, file.Affiliates ?? []);
        var affiliates = await WriteAffiliates(work, file.Affiliates ?? []);
        var (given, changed) = (new List<Guid>(), new List<Guid>());
        foreach (var contact in file.Contacts.OrderBy(c => c.Kind == "person"))
        {
            given.Add(await Write(work, await Content(work, contact, affiliates), changed));
        }

        await RefuseHalf(work, renamed, given);
        await work.ReportRows("no longer in the file (still published)", AbsentSql, new { Affiliates = affiliates.Keys.ToArray(), Given = given.ToArray() });
        await work.ReportRows("answers that mention a changed contact (check them)", AnswersSql, new { Changed = changed.ToArray() });
    }

    private static async Task<string[]> ChangedAffiliates(ImportContext work, FileAffiliate[] affiliates) =>
        [.. await work.Connection.QueryAsync<string>(new(
            ChangedAffiliatesSql,
            new
            {
                Slugs = affiliates.Select(a => a.Slug).ToArray(),
                Names = affiliates.Select(a => a.Name).ToArray(),
                Urls = affiliates.Select(a => a.NormalUrl).ToArray(),
            },
            cancellationToken: work.Ct))];

    private static async Task<Dictionary<string, (FileAffiliate Affiliate, Guid Id)>> WriteAffiliates(ImportContext work, FileAffiliate[] affiliates)
    {
        var written = new Dictionary<string, (FileAffiliate Affiliate, Guid Id)>(StringComparer.Ordinal);
        foreach (var affiliate in affiliates)
        {
            var values = new { Id = Guid.CreateVersion7(), affiliate.Slug, affiliate.Name, Url = affiliate.NormalUrl };
            var id = await work.Connection.QuerySingleAsync<Guid>(new(WriteAffiliateSql, values, cancellationToken: work.Ct));
            written[affiliate.Slug] = (affiliate, id);
        }

        return written;
    }

    // Each contact shows its affiliate: a change of it is a revision of every one.
    private static async Task RefuseHalf(ImportContext work, string[] renamed, List<Guid> given)
    {
        var absent = await work.Connection.QueryAsync<string>(new(AbsentSql, new { Affiliates = renamed, Given = given.ToArray() }, cancellationToken: work.Ct));
        if (absent.Any())
        {
            throw new ImportException($"{work.File.Name}: the affiliate {string.Join(", ", renamed)} changes, so the file must contain all its contacts. Missing: {string.Join(", ", absent)}.");
        }
    }

    private static async Task<ContactContent> Content(ImportContext work, FileContact contact, Dictionary<string, (FileAffiliate Affiliate, Guid Id)> affiliates)
    {
        if (contact.Office is null)
        {
            return affiliates.TryGetValue(contact.Affiliate!, out var own)
                ? new ContactContent(contact, own.Affiliate, own.Id, OfficeId: null)
                : throw new ImportException($"{work.File.Name}: the affiliate '{contact.Affiliate}' of the office '{contact.Slug}' is not in the file.");
        }

        var office = await work.Connection.QuerySingleOrDefaultAsync<Office?>(new(OfficeSql, new { Slug = contact.Office }, cancellationToken: work.Ct))
            ?? throw new ImportException($"{work.File.Name}: the office '{contact.Office}' of '{contact.Slug}' is unknown.");
        return new ContactContent(contact, new FileAffiliate(office.Slug, office.Name, office.Url), office.AffiliateId, office.Id);
    }

    private static Task<Guid> Write(ImportContext work, ContactContent content, List<Guid> changed) =>
        ExistingRecord.Write(
            work, "contact", content.Contact.Slug, content.Contact.Source, content.Hash, changed,
            (id, source) => ContactWriter.Write(work, id, content, source));

    private sealed record Office
    {
        public required Guid Id { get; init; }

        public required Guid AffiliateId { get; init; }

        public required string Slug { get; init; }

        public required string Name { get; init; }

        public required string? Url { get; init; }
    }
}
