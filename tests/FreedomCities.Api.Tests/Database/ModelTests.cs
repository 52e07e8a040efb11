using Dapper;
using Npgsql;

namespace FreedomCities.Api.Tests.Database;

/// <summary>What the database itself refuses, whoever writes: each statement alone, and committed, breaks the rule that it names.</summary>
public sealed class ModelTests(ModelTests.Filled filled) : IClassFixture<ModelTests.Filled>
{
    [Theory]
    [InlineData("record_slug_check", "update record set slug = 'Bad Slug' where slug = 'entry'")]
    [InlineData("record_slug_check", "update record set slug = repeat('a', 81) where slug = 'entry'")]
    [InlineData("record_type_check", "insert into record (id, type, slug, updated_at) values (gen_random_uuid(), 'page', 'p', now())")]
    [InlineData("record_type_slug_key", "update record set slug = 'entry' where slug = 'second'")]
    [InlineData(
        "slug_history_pkey",
        "insert into slug_history (type, slug, record_id, given_at) select type, 'old-name', id, now() from record where slug = 'second'")]
    [InlineData("record_slug_is_in_history", "update record set slug = 'old-name' where slug = 'second'")]
    [InlineData("record_slug_is_in_history", "update record set slug = 'never-given' where slug = 'second'")]
    [InlineData(
        "translation_published_at_check|translation_check",
        "update translation set published_at = null, content_changed_at = null where status = 'published'")]
    [InlineData("translation_status_check", "update translation set status = 'deleted'")]
    [InlineData("translation_check", "update translation set status = 'withdrawn' where status = 'published'")]
    [InlineData("translation_check", "update translation set withdrawn_at = now()")]
    [InlineData("translation_check", "update translation set last_reviewed_at = now()")]
    [InlineData("translation_content_hash_check", "update translation set content_hash = 'md5'")]
    [InlineData("translation_language_check", "update translation set language = 'Spanish!'")]
    [InlineData("translation_revision_is_kept", "update translation set revision = revision + 1")]
    [InlineData(
        "faq_translation_faq_id_language_fkey",
        "insert into faq_translation select faq_id, 'fr', question, answer_written, answer_markdown, answer_html, answer_text from "
            + "faq_translation")]
    [InlineData("faq_id_type_fkey", "insert into faq (id, position) select id, 1 from record where slug = 'link'")]
    [InlineData("faq_jurisdiction_check", "update faq set jurisdiction = 'New Mexico'")]
    [InlineData("faq_topic_topic_id_fkey", "insert into faq_topic (faq_id, topic_id) select id, id from faq")]
    [InlineData("resource_check", "update resource set link_state = 'placeholder' where url is not null")]
    [InlineData("resource_check", "update resource set url = 'https://example.org/p' where link_state = 'placeholder'")]
    [InlineData("resource_check", "update resource set link_state = null where url is not null")]
    [InlineData("resource_check", "update resource set position = 1 where parent_id is null")]
    [InlineData("resource_event_check", "update resource set event_zone = 'America/Denver'")]
    [InlineData("resource_event_time_check", "update resource set event_date = '2026-11-03', event_time = '24:00'")]
    [InlineData("resource_url_check", "update resource set url = 'javascript:alert(1)' where url is not null")]
    [InlineData("resource_url_key", "update resource set url = 'https://example.org/', link_state = 'unchecked'")]
    [InlineData("contact_check", "update contact set office_id = null where kind = 'person'")]
    [InlineData("contact_check", "update contact set office_id = id where kind = 'office'")]
    [InlineData("contact_check", "update contact set latitude = 35.1")]
    [InlineData("contact_latitude_check", "update contact set latitude = 91, longitude = 0")]
    [InlineData(
        "contact_office_id_affiliate_id_fkey",
        "update contact set affiliate_id = (select id from affiliate where slug = 'another') where kind = 'person'")]
    [InlineData("contact_email_check", "update contact set email = 'nobody'")]
    [InlineData(
        "contact_phone_number_check",
        "insert into contact_phone (contact_id, position, number, display, type) select id, 1, '505-266-5915', '505-266-5915', 'voice' "
            + "from contact")]
    [InlineData(
        "contact_phone_extension_check",
        "insert into contact_phone (contact_id, position, number, extension, display, type) select id, 1, '+15052665915', 'x12', 'x', "
            + "'voice' from contact")]
    [InlineData(
        "service_area_check",
        "insert into service_area (contact_id, kind, code, name) select id, 'state', '87102', 'Albuquerque' from contact")]
    public async Task Refused(string constraint, string sql)
    {
        await using var connection = await filled.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        var refusal = await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            await connection.ExecuteAsync(sql);
            await transaction.CommitAsync();
        });

        Assert.Contains(constraint.Split('|'), c => refusal.ConstraintName?.StartsWith(c, StringComparison.Ordinal) == true);
    }

    public sealed class Filled(TestCluster cluster) : IAsyncLifetime
    {
        internal NpgsqlDataSource Database { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await using var server = await cluster.Clone(TestCluster.Migrated);
            Database = server.Connect();
            var given = new Given(Database);
            await given.Topic("topic");
            await given.Faq("old-name", ["topic"]);
            await given.Renamed("faq", "old-name", "entry");
            await given.Faq("second");
            await given.Resource("link", url: "https://example.org/");
            await given.Resource("dead", linkState: "placeholder");
            await given.Contact("an-office");
            await given.Contact("a-person", "person", office: "an-office");
            await given.Contact("elsewhere", affiliate: "another");
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
