using Dapper;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Contacts.Opening;
using FreedomCities.Api.Content.Contacts.Phones;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing.Rendering;

/// <summary>
/// Renders the documents that are served: in the publishing transaction, those of the records in render_queue and of all that show them.
/// </summary>
internal sealed class DocumentRenderer(NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
{
    private const int BatchSize = 500;

    private const string QueueAllSql = "insert into render_queue (record_id, caused_by) select id, id from record on conflict do nothing";

    // Readers may have cached that a record isn't published, or why.
    private const string NotifySql = "select pg_notify('content', id::text) from unnest(@Ids) as id";

    private const int MaxNotifications = 1_000; // of more changes, the feed notifies all instances to read everything

    static DocumentRenderer()
    {
        SqlMapper.AddTypeHandler(new JsonColumn<Answer>());
        SqlMapper.AddTypeHandler(new JsonColumn<TopicReference[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<ResourceReference[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<ResourceEvent>());
        SqlMapper.AddTypeHandler(new JsonColumn<ContactReference[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<Affiliate>());
        SqlMapper.AddTypeHandler(new JsonColumn<OfficeReference>());
        SqlMapper.AddTypeHandler(new JsonColumn<Phone[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<Address>());
        SqlMapper.AddTypeHandler(new JsonColumn<Hours>());
        SqlMapper.AddTypeHandler(new JsonColumn<Location>());
        SqlMapper.AddTypeHandler(new JsonColumn<ServiceArea[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<Language>());
        SqlMapper.AddTypeHandler(new JsonColumn<Trust>());
    }

    /// <summary>Renders every record.</summary>
    /// <returns>How many documents have changed.</returns>
    public async Task<int> RenderAll()
    {
        await connection.Execute(QueueAllSql, new { }, ct);
        return await RenderQueued();
    }

    /// <summary>Renders the records in render_queue and those that show them, and empties it.</summary>
    /// <returns>How many documents have changed.</returns>
    public async Task<int> RenderQueued()
    {
        var changed = 0;
        var affected = await AffectedRecords.Take(connection, ct);
        var own = affected.Where(a => a.CauseId is null).Select(a => a.Id).ToArray();
        if (own.Length <= MaxNotifications)
        {
            await connection.Execute(NotifySql, new { Ids = own }, ct);
        }

        foreach (var batch in affected.GroupBy(a => (a.CauseId is null, a.Type)).SelectMany(alike => alike.Chunk(BatchSize)))
        {
            changed += await ServedWriter.Write(connection, batch, await Render(batch), now, ct);
        }

        return changed;
    }

    /// <param name="records">All of one type.</param>
    private async Task<RenderedDocument[]> Render(AffectedRecord[] records)
    {
        var parameters = new { Ids = Array.ConvertAll(records, r => r.Id), Now = now };
        return records[0].Type switch
        {
            "faq" => [.. (await Query<Faq>(FaqSql.Select)).Select(f => RenderedDocument.Create(f.Id, f.Language.Served, f))],
            "topic" => [.. (await Query<Topic>(TopicSql.Select)).Select(t => RenderedDocument.Create(t.Id, t.Language.Served, t))],
            "resource" => [.. (await Query<Resource>(ResourceSql.Select)).Select(r => RenderedDocument.Create(r.Id, r.Language.Served, r))],
            _ => [.. (await Query<Contact>(ContactSql.Select)).Select(c => RenderedDocument.Create(c.Id, c.Language.Served, c))],
        };

        Task<T[]> Query<T>(string sql) => connection.Query<T>(sql, parameters, ct);
    }
}
