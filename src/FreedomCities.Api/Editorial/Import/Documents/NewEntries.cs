using System.Text.Json;
using FreedomCities.Api.Database;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>Inserts many entries in one statement.</summary>
internal static class NewEntries
{
    private const string CreateSql = """
        with given as (
          select *
          from jsonb_to_recordset(@Entries::jsonb) as g (
            id uuid, position numeric, jurisdiction text, question text, aliases text[], written text, markdown text, html text,
            text text, topics uuid[], resources uuid[], contacts uuid[]
          )
        ),
        placed as (
          insert into faq (id, position, jurisdiction) select id, position, jurisdiction from given
        ),
        written as (
          insert into faq_translation (faq_id, language, question, aliases, answer_written, answer_markdown, answer_html, answer_text)
          select id, @Language, question, coalesce(aliases, '{}'), written, markdown, html, text from given
        ),
        sorted as (
          insert into faq_topic (topic_id, faq_id) select t, id from given cross join unnest(topics) as t
        ),
        linked as (
          insert into faq_resource (faq_id, language, resource_id, position)
          select id, @Language, r, place from given cross join unnest(resources) with ordinality as u (r, place)
        )
        insert into faq_contact (faq_id, language, contact_id, position)
        select id, @Language, c, place from given cross join unnest(contacts) with ordinality as u (c, place)
        """;

    /// <summary>Inserts new entries, whose records exist.</summary>
    public static Task<int> Create(ImportContext context, NewEntry[] entries) =>
        context.Connection.Execute(
            CreateSql,
            new
            {
                Entries = JsonSerializer.Serialize(
                    entries.Select(e => new
                    {
                        e.Id,
                        e.Position,
                        e.Content.Jurisdiction,
                        e.Content.Question,
                        e.Content.Aliases,
                        e.Content.Written,
                        e.Content.Answer.Markdown,
                        e.Content.Answer.Html,
                        e.Content.Answer.Text,
                        e.Topics,
                        e.Content.Resources,
                        e.Content.Contacts,
                    }),
                    JsonSerializerOptions.Web),
                context.Options.Language,
            },
            context.Ct);
}
