using System.Text.RegularExpressions;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing.Erasure;

/// <summary>Finds the texts of other records that show a contact.</summary>
internal static class ContactTraces
{
    private const string NonDigits = "[^0-9]{0,3}";
    private const string EndOfNumber = "($|[^0-9])";
    private const int NationalDigits = 9; // a text may lack the country code

    // An e-mail address or a number that another contact has too is that contact's own.
    private const string FactsSql = """
        select w.name as text, null as number, null as extension
        from contact_translation w
        where w.contact_id = @Id
        union
        select c.email, null, null
        from contact c
        where c.id = @Id
          and c.email is not null
          and not exists (select from contact o where o.id <> c.id and lower(o.email) = lower(c.email))
        union
        select
          case when h.display ~ '[A-Za-z]' then h.display end,
          case when h.country is null then h.number end,
          case when exists (select from contact_phone o where o.contact_id <> @Id and o.number = h.number) then h.extension end
        from contact_phone h
        where h.contact_id = @Id
          and not exists (
            select
            from contact_phone o
            where o.contact_id <> @Id
              and o.number = h.number
              and o.extension is not distinct from h.extension
          )
        """;

    private const string FindSql = """
        with content (id, language, text) as (
          select faq_id, language, concat_ws(chr(10), question, answer_written, answer_markdown, answer_html, answer_text, aliases::text)
          from faq_translation
          union all
          select topic_id, language, concat_ws(chr(10), name, description)
          from topic_translation
          union all
          select resource_id, language, concat_ws(chr(10), title, description)
          from resource_translation
          union all
          select contact_id, language, concat_ws(chr(10), role, description, accessibility)
          from contact_translation
          where contact_id <> @Id
          union all
          select h.contact_id, w.language, concat_ws(chr(10), h.instruction, h.description)
          from contact_phone h
          join contact_translation w on w.contact_id = h.contact_id
          where h.contact_id <> @Id
          union all
          select t.record_id, t.language, d.title
          from translation t
          join source_document d on d.id = t.source_document_id
          where t.record_id <> @Id
        ),
        showing as (
          select faq_id as id, language
          from faq_contact
          where contact_id = @Id
          union
          select id, language
          from content
          where text ~* any (@Patterns)
        )
        select r.type || ' ' || r.slug || ' (' || s.language || ')'
        from showing s
        join record r on r.id = s.id
        order by r.type desc, r.slug, s.language
        """;

    /// <summary>Regular expressions of PostgreSQL for the contact's names, e-mail address and phone numbers.</summary>
    public static async Task<string[]> CreatePatterns(NpgsqlConnection connection, Guid contact, CancellationToken ct) =>
        [.. (await connection.Query<Fact>(FactsSql, new { Id = contact }, ct)).SelectMany(CreatePatterns)];

    /// <returns>Type, slug and language of each text.</returns>
    public static Task<string[]> Find(NpgsqlConnection connection, Guid contact, string[] patterns, CancellationToken ct) =>
        connection.Query<string>(FindSql, new { Id = contact, Patterns = patterns }, ct);

    private static IEnumerable<string> CreatePatterns(Fact fact)
    {
        if (fact.Text is not null)
        {
            var words = fact.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape);
            yield return $@"(^|\W){string.Join(@"\s+", words)}($|\W)";
        }

        if (fact.Number is not null)
        {
            var digits = fact.Number[1..];
            var national = digits[^Math.Min(digits.Length, NationalDigits)..];
            var extension = fact.Extension is null ? "" : $"[^0-9]{{1,15}}{fact.Extension}";
            yield return string.Join(NonDigits, national.AsEnumerable()) + extension + EndOfNumber;
        }
    }

    private sealed record Fact(string? Text, string? Number, string? Extension);
}
