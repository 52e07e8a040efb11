using Dapper;
using Npgsql;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What PostgreSQL finds by itself: any word may match, ts_rank, weights question 1, section 0.4, answer 0.4.</summary>
internal sealed class TsRank(NpgsqlConnection superuser, string configuration)
{
    private const string TableSql = "create temporary table document (type text not null, slug text not null, words tsvector not null)";

    // The text in the requested language, otherwise in another language.
    private const string IndexSql = """
        insert into document (type, slug, words)
        select distinct on (r.id) r.type, r.slug,
          setweight(to_tsvector(@Configuration::regconfig, texts.title), 'A')
          || setweight(to_tsvector(@Configuration::regconfig, coalesce(topics.names, '')), 'B')
          || setweight(to_tsvector(@Configuration::regconfig, coalesce(texts.body, '')), 'C') as words
        from (
          select faq_id as id, language, question as title, answer_text as body from faq_translation
          union all
          select resource_id, language, title, description from resource_translation
        ) as texts
        join record r on r.id = texts.id
        left join lateral (
          select string_agg(t.name, ' ') as names
          from faq_topic f
          join topic_translation t on t.topic_id = f.topic_id
          where f.faq_id = texts.id
            and t.language = texts.language
        ) as topics on true
        order by r.id, texts.language = @Language desc, texts.language
        """;

    // PostgreSQL itself makes the words of the query; only their connection is changed.
    private const string FindSql = """
        select slug
        from document, cast(replace(plainto_tsquery(@configuration::regconfig, @q)::text, '&', '|') as tsquery) as any_word
        where words @@ any_word
          and type = any (@types)
        order by ts_rank('{0, 0.4, 0.4, 1}', words, any_word) desc, slug
        limit 20
        """;

    public static async Task<TsRank> Over(NpgsqlConnection superuser, string language, CancellationToken ct)
    {
        var configuration = language == "es" ? "spanish" : "english";
        await superuser.ExecuteAsync(new(TableSql, cancellationToken: ct));
        await superuser.ExecuteAsync(new(
            IndexSql,
            new { Configuration = configuration, Language = language },
            commandTimeout: 0,
            cancellationToken: ct));
        return new TsRank(superuser, configuration);
    }

    public async Task<Found> Find(string q, string[] types, CancellationToken ct) =>
        new([.. await superuser.QueryAsync<string>(new(FindSql, new { configuration, q, types }, cancellationToken: ct))], Confident: true);
}
