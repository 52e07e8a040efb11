using Dapper;
using Npgsql;

namespace FreedomCities.Api.Tests.Database;

/// <summary>The app role can only do what the API and its commands do.</summary>
public sealed class RolesTests(SeededService service) : IClassFixture<SeededService>
{
    // The documents, the feed, which slug was whose, which hash was published when, and places.
    private static readonly string[] PublicTables =
    [
        "change", "change_horizon", "feed_origin", "postal_code", "revision", "schema_migrations", "served", "slug_history",
        "withdrawal",
    ];

    [Theory]
    [InlineData("create table another (id integer)")]
    [InlineData("create temporary table another (id integer)")]
    [InlineData("create schema another")]
    [InlineData("alter table faq add column another integer")]
    [InlineData("drop table faq cascade")]
    [InlineData("truncate faq cascade")]
    [InlineData("create index another on faq (position)")]
    [InlineData("delete from record")]
    [InlineData("delete from translation")]
    [InlineData("delete from faq")]
    [InlineData("delete from faq_translation")]
    [InlineData("delete from topic")]
    [InlineData("delete from resource")]
    [InlineData("delete from resource_target")]
    [InlineData("delete from contact")]
    [InlineData("delete from postal_code")]
    [InlineData("update postal_code set state = 'NM'")]
    [InlineData("insert into postal_code select '00000', city, state, county, county_fips, latitude, longitude from postal_code limit 1")]
    [InlineData("update jurisdiction_zone set zone = 'Etc/UTC'")]
    [InlineData("update render_queue set caused_by = record_id")]
    [InlineData("update change set slug = 'another'")]
    [InlineData("delete from revision")]
    [InlineData("update revision set significance = 'minor'")]
    [InlineData("delete from slug_history")]
    [InlineData("update slug_history set given_at = now()")]
    [InlineData("delete from source_document")]
    [InlineData("update source_document set title = 'another'")]
    [InlineData("update secret set value = sha256('guess')")]
    [InlineData("insert into schema_migrations values ('20990101000000')")]
    [InlineData("set role freedomcities_owner")]
    [InlineData("copy faq to program 'cat'")]
    public async Task AppRole_MayNot(string sql)
    {
        await using var connection = await service.Database.OpenConnectionAsync();

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task ReaderRole_ReadsOnlyWhatIsPublicAndWritesNothing()
    {
        const string sql = """
            select c.relname, has_table_privilege('freedomcities_reader', c.oid, 'select') as reads,
              has_table_privilege('freedomcities_reader', c.oid, 'insert, update, delete, truncate, references, trigger') as writes
            from pg_class c
            where c.relnamespace = 'public'::regnamespace
              and c.relkind in ('r', 'v', 'm', 'p')
            """;
        await using var connection = await service.Database.OpenConnectionAsync();
        var tables = (await connection.QueryAsync<(string Name, bool Reads, bool Writes)>(sql)).ToArray();

        Assert.Equal(PublicTables, tables.Where(t => t.Reads).Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(tables, t => t.Writes);
    }

    [Fact]
    public async Task Roles_AreOrdinaryAndMayBeMadeTwice()
    {
        await service.Cluster.Superuser(service.DatabaseName, FreedomCities.Api.EmbeddedFiles.Text("roles.sql"));

        await using var connection = await service.Database.OpenConnectionAsync();
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            "select count(*) from pg_roles where rolname like 'freedomcities%' and (rolsuper or rolcreatedb or rolcreaterole or "
                + "rolbypassrls)"));
    }
}
