using FreedomCities.Api.Content;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing.Erasure;

/// <summary>Erases a contact, as the owner role. Its record, slugs and languages are left as a tombstone.</summary>
internal static class ContactErasure
{
    private const string Source = "Erased";
    private const string Reason = Vocabulary.WithdrawalReasons.Erased;

    private const string MayEraseSql = "select has_table_privilege('contact', 'delete')";

    private const string PersonsSql = """
        select r.slug
        from contact c
        join record r on r.id = c.id
        where c.office_id = @Id
        order by r.slug
        """;

    // The trigger on service_area writes contact_reach again.
    private const string EraseContactSql = """
        delete from contact_phone where contact_id = @Id;
        delete from contact_hours where contact_id = @Id;
        delete from service_area where contact_id = @Id;
        delete from contact_reach where contact_id = @Id;
        delete from contact_translation where contact_id = @Id;

        with erased as (
          delete from contact where id = @Id returning affiliate_id
        )
        delete from affiliate a
        using erased e
        where a.id = e.affiliate_id
          and not exists (select from contact c where c.affiliate_id = a.id and c.id <> @Id);
        """;

    private const string EraseHistorySql = """
        delete from revision v
        using translation t
        where t.record_id = @Id
          and v.record_id = @Id
          and v.language = t.language
          and v.revision <> t.revision;

        update revision
        set content_hash = @Hash,
            significance = 'major',
            at = @Now
        where record_id = @Id;

        update change
        set reason = case when action = 'delete' then @Reason end,
            replaced_by = null,
            caused_by = null
        where record_id = @Id;

        update record set updated_at = @Now where id = @Id;
        """;

    // A source of this contact alone goes, and so do former editions whose title shows the contact.
    private const string WithdrawSql = """
        with former as (
          select distinct source_document_id as id
          from translation
          where record_id = @Id
        ),
        withdrawn as (
          update translation
          set status = 'withdrawn',
              origin = 'human',
              outdated = false,
              content_hash = @Hash,
              source_document_id = @Source,
              last_reviewed_at = null,
              reviewed_by_role = null,
              review_due_at = null,
              law_as_of = null,
              published_at = @Now,
              content_changed_at = @Now,
              withdrawn_at = @Now,
              withdrawal_reason = @Reason,
              replaced_by = null,
              translated_from = null
          where record_id = @Id
        )
        delete from source_document d
        where d.id <> @Source
          and not exists (select from translation t where t.source_document_id = d.id and t.record_id <> @Id)
          and (d.id in (select id from former) or d.title ~* any (@Patterns))
        """;

    private const string VacuumSql = """
        vacuum (analyze)
          contact, contact_translation, contact_phone, contact_hours, service_area, contact_reach, affiliate,
          record, translation, revision, source_document, served, change, render_queue
        """;

    public static async Task Erase(NpgsqlConnection connection, Guid id, string slug, DateTimeOffset now, CancellationToken ct)
    {
        await EnsureErasable(connection, id, slug, ct);
        var patterns = await ContactTraces.CreatePatterns(connection, id, ct);
        var showing = await ContactTraces.Find(connection, id, patterns, ct);
        if (showing.Length > 0)
        {
            throw new LifecycleException(
                $"Nothing was written: {showing.Length} texts show the contact '{slug}' by its name, number or e-mail address. "
                + $"Change them first:\n{string.Join('\n', showing)}");
        }

        var source = await new Publisher(connection, now, Significance.Major, ct).EnsureSource(Source, sha256: null);
        var values = new { Id = id, Source = source, Reason, Now = now, Hash = ContentHash.Compute(""), Patterns = patterns };
        await connection.Execute(EraseContactSql, values, ct);
        await connection.Execute(WithdrawSql, values, ct);
        await connection.Execute(EraseHistorySql, values, ct);
    }

    /// <summary>Removes the dead rows, which PostgreSQL leaves in the files, and the samples of the planner.</summary>
    public static async Task Vacuum(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await connection.Execute(VacuumSql, new { }, ct);
    }

    private static async Task EnsureErasable(NpgsqlConnection connection, Guid id, string slug, CancellationToken ct)
    {
        if (!await connection.QueryFirst<bool>(MayEraseSql, new { }, ct))
        {
            throw new LifecycleException("Only the owner role may erase: set ConnectionStrings__FreedomCitiesOwner.");
        }

        var persons = await connection.Query<string>(PersonsSql, new { Id = id }, ct);
        if (persons.Length > 0)
        {
            throw new LifecycleException(
                $"Nothing was written: '{slug}' is the office of {string.Join(", ", persons)}. Purge them first, or import them "
                + "with another office.");
        }
    }
}
