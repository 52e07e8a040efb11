using Dapper;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Editorial.Publishing.Rendering;
using Npgsql;

namespace FreedomCities.Api.Tests.Delivery.Changes;

/// <summary>Whoever follows the feed while many write has what the database has.</summary>
public sealed class GapFreeTests(TestCluster cluster) : Service(cluster)
{
    private const int Writers = 32;
    private const int Transactions = 6;
    private const int Runs = 10;
    private const int RunsAlways = 1; // the others by ./dev chaos

    private const string MakeSql = """
        insert into source_document (id, title, retrieved_at) values (gen_random_uuid(), @slug, now());
        insert into record (id, type, slug, updated_at) values (@id, 'topic', @slug, now());
        insert into slug_history (type, slug, record_id, given_at) values ('topic', @slug, @id, now());
        insert into translation (record_id, language, status, origin, revision, content_hash, source_document_id, published_at, content_changed_at)
        select @id, 'en', 'published', 'human', 1, 'sha256-' || repeat('0', 64), id, now(), now() from source_document where title = @slug;
        insert into revision (record_id, language, revision, content_hash, significance, at) values (@id, 'en', 1, 'sha256-' || repeat('0', 64), 'major', now());
        insert into topic (id, position) values (@id, abs(hashtext(@slug)));
        insert into topic_translation (topic_id, language, name) values (@id, 'en', @slug);
        """;

    private const string EditSql = """
        with published as (
          update translation set revision = revision + 1, status = 'published', withdrawn_at = null, withdrawal_reason = null
          where record_id = @id
          returning record_id, language, revision, content_hash
        )
        insert into revision (record_id, language, revision, content_hash, significance, at)
        select record_id, language, revision, content_hash, 'minor', now() from published
        """;

    private const string WithdrawSql =
        "update translation set status = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'error' where record_id = @id and "
            + "status = 'published'";

    private const string RenameSql = """
        insert into slug_history (type, slug, record_id, given_at) values ('topic', @slug, @id, now());
        update record set slug = @slug where id = @id;
        """;

    private const string PublishedSql =
        "select concat_ws(' ', r.type, r.slug, t.language, t.revision) from record r join translation t on t.record_id = r.id where "
            + "t.status = 'published'";

    private readonly Guid _shared = Guid.CreateVersion7();

    public static IEnumerable<TheoryDataRow<int>> Seeds =>
        Enumerable.Range(1, Runs).Select(seed => new TheoryDataRow<int>(seed) { Explicit = seed > RunsAlways });

    [Theory, MemberData(nameof(Seeds))]
    public async Task Replica_EqualsTheDatabase(int seed)
    {
        var replica = new Dictionary<string, int>();
        await Given.Execute(MakeSql, new { id = _shared, slug = "shared" });
        var writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => Write(new Random((seed * 100) + w), w))));
        var cursor = await Sync(replica, null, () => writers.IsCompleted);
        await writers;
        await this.Settle();
        await Sync(replica, cursor, () => true);

        var published = await Database.Query<string>(PublishedSql, new { }, CancellationToken.None);
        Assert.InRange(published.Length, Writers / 2, int.MaxValue);
        Assert.Equal(published.Order(), replica.Select(copy => $"{copy.Key} {copy.Value}").Order());
    }

    private async Task<string> Sync(Dictionary<string, int> replica, string? cursor, Func<bool> isOver)
    {
        while (true)
        {
            var (last, page) = (isOver(), await Json("/v1/changes?limit=7" + (cursor is null ? "" : "&since=" + cursor)));
            cursor = page.Text("cursor");
            foreach (var change in page.GetProperty("items").EnumerateArray())
            {
                replica.Remove($"{change.Text("type")} {change.GetProperty("renamedFrom").GetString()
                    ?? change.Text("slug")} {change.Text("language")}");
                if (change.Text("action") == "upsert")
                {
                    replica[$"{change.Text("type")} {change.Text("slug")} {change.Text("language")}"] = change.GetProperty("revision")
                        .GetInt32();
                }
            }

            if (last && !page.GetProperty("more").GetBoolean())
            {
                return cursor;
            }
        }
    }

    private async Task Write(Random random, int writer)
    {
        var mine = new List<Guid>();
        for (var n = 0; n < Transactions; n++)
        {
            await using var connection = await Database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var (id, slug) = (
                mine.Count == 0 || random.Next(3) == 0 ? Guid.CreateVersion7() : mine[random.Next(mine.Count)],
                $"w{writer}-{n}");
            if (random.Next(8) == 0)
            {
                // without it, each writer has its own records
                await new PublishLock(TextWriter.Null).Acquire(connection, CancellationToken.None);
                id = _shared;
            }

            var isNew = id != _shared && !mine.Contains(id);
            await connection.ExecuteAsync(
                isNew ? MakeSql : random.Next(4) switch { 0 => WithdrawSql, 1 => RenameSql, _ => EditSql },
                new { id, slug });
            await new DocumentRenderer(connection, DateTimeOffset.UtcNow, CancellationToken.None).RenderQueued();
            await Task.Delay(random.Next(20)); // stays open while others begin and commit
            if (await Ends(random.Next(5), connection, transaction) && isNew)
            {
                mine.Add(id);
            }
        }
    }

    /// <returns>Whether it was committed.</returns>
    private async Task<bool> Ends(int fate, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        switch (fate)
        {
            case 0:
                await transaction.RollbackAsync();
                return false;
            case 1:
                await Cluster.Superuser("postgres", $"select pg_terminate_backend({connection.ProcessID}, 10000)");
                await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync());
                return false;
            default:
                await transaction.CommitAsync();
                return true;
        }
    }
}
