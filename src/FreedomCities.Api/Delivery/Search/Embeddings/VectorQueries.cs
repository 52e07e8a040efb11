using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Delivery.Search.Engine.Semantics;
using Npgsql;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>The stored vectors of texts, by model and hash of the text.</summary>
internal sealed class VectorQueries([FromKeyedServices(DatabaseModule.Background)] NpgsqlDataSource database)
{
    private const string FindSql = """
        select text_hash as hash, vector
        from embedding
        where model = @Model
          and text_hash = any (@Hashes)
        """;

    private const string SaveSql = """
        insert into embedding (model, text_hash, vector)
        select @Model, hash, vector
        from unnest(@Hashes, @Vectors) as g (hash, vector)
        on conflict do nothing
        """;

    private const string PruneSql = """
        delete from embedding e
        where starts_with(e.model, @Family)
          and (e.model <> @Version or not exists (select from unnest(@Hashes) as used (hash) where used.hash = e.text_hash))
        """;

    public async Task<Dictionary<UInt128, TextVector>> Find(string model, UInt128[] hashes, CancellationToken ct) =>
        (await database.Query<Row>(FindSql, new { Model = model, Hashes = Array.ConvertAll(hashes, TextHash.ToBytes) }, ct))
            .ToDictionary(row => TextHash.FromBytes(row.Hash), row => TextVector.FromBytes(row.Vector, SentenceModel.Dimensions));

    public Task Save(string model, Dictionary<UInt128, TextVector> vectors, CancellationToken ct) =>
        Execute(
            SaveSql,
            new
            {
                Model = model,
                Hashes = vectors.Keys.Select(TextHash.ToBytes).ToArray(),
                Vectors = vectors.Values.Select(v => v.ToBytes()).ToArray(),
            },
            ct);

    /// <summary>Deletes the vectors of a model whose texts are no longer published, and those of its former versions.</summary>
    /// <param name="hashes">Of all published texts.</param>
    public Task Prune(SentenceModel model, IEnumerable<UInt128> hashes, CancellationToken ct) =>
        Execute(PruneSql, new { model.Family, model.Version, Hashes = hashes.Select(TextHash.ToBytes).ToArray() }, ct);

    private async Task Execute(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await connection.Execute(sql, parameters, ct);
    }

    private sealed record Row(byte[] Hash, byte[] Vector);
}
