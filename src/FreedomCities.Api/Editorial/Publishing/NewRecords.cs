using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>Creates many records in one statement.</summary>
internal static class NewRecords
{
    private const string CreateSql = """
        with given as (
          select * from unnest(@Ids, @Slugs, @Hashes) as g (id, slug, hash)
        ),
        named as (
          insert into record (id, type, slug, updated_at)
          select id, @Type, slug, @Now from given
        ),
        remembered as (
          insert into slug_history (type, slug, record_id, given_at)
          select @Type, slug, id, @Now from given
        ),
        published as (
          insert into translation (
            record_id, language, status, origin, translated_from, revision,
            content_hash, source_document_id, published_at, content_changed_at
          )
          select id, @Language, 'published', @Origin, @TranslatedFrom, 1, hash, @Source, @Now, @Now from given
        )
        insert into revision (record_id, language, revision, content_hash, significance, at)
        select id, @Language, 1, hash, 'major', @Now from given
        """;

    public static Task<int> Create(
        NpgsqlConnection connection, string type, NewRecord[] records, string language, Guid source, Authorship authorship,
        DateTimeOffset now, CancellationToken ct) =>
        connection.Execute(
            CreateSql,
            new
            {
                Ids = Array.ConvertAll(records, r => r.Id),
                Slugs = Array.ConvertAll(records, r => r.Slug),
                Hashes = Array.ConvertAll(records, r => r.Hash),
                Type = type,
                Language = language,
                Source = source,
                authorship.Origin,
                authorship.TranslatedFrom,
                Now = now,
            },
            ct);
}
