using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Import.Documents.Links;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>Publishes a resource, and writes its data and its link targets.</summary>
internal static class ResourceWriter
{
    private const string WriteSql = """
        insert into resource as s (id, kind, url, link_state, parent_id, position, event_date, event_time, event_zone)
        values (@Id, @Kind, @Url, @LinkState, @Parent, @Position, @EventDate::date, @EventTime, @EventZone)
        on conflict (id) do update
        set kind = excluded.kind,
            url = excluded.url,
            link_state = case when s.url = excluded.url then s.link_state else excluded.link_state end,
            link_checked_at = case when s.url = excluded.url then s.link_checked_at end,
            parent_id = excluded.parent_id,
            position = excluded.position,
            event_date = excluded.event_date,
            event_time = excluded.event_time,
            event_zone = excluded.event_zone
        """;

    private const string WriteTextSql = """
        insert into resource_translation as w (resource_id, language, title, description)
        values (@Id, @Language, @Title, @Description)
        on conflict (resource_id, language) do update
        set title = excluded.title,
            description = excluded.description
        where (w.title, w.description) is distinct from (excluded.title, excluded.description)
        """;

    private const string SiblingsSql = """
        select w.language, w.title as name, w.description, t.content_hash as hash, t.source_document_id as source
        from resource_translation w
        join translation t on t.record_id = w.resource_id and t.language = w.language and t.status in ('published', 'withdrawn')
        where w.resource_id = @Id
          and w.language <> @Language
        """;

    private const string WriteUrlTargetSql = """
        insert into resource_target (target, resource_id)
        values (@Url, @Id)
        on conflict (target) do update set resource_id = excluded.resource_id
        """;

    private const string WritePlaceholderTargetSql = """
        insert into resource_target (target, resource_id)
        values (@Placeholder, @Id)
        on conflict (target) do nothing
        """;

    /// <summary>Creates the resources of links, and fills placeholders.</summary>
    public static async Task WritePlanned(ImportContext context, PlannedResource[] resources, Guid source)
    {
        var created = resources.Where(r => !r.IsFilled).Select(r => new NewRecord(r.Id, r.Slug, r.Content.Hash)).ToArray();
        await context.Publisher.CreateAll("resource", created, context.Options.Language, source, context.Authorship);
        foreach (var resource in resources)
        {
            var own = context with { Options = context.Options with { Language = resource.Language } };
            await (resource.IsFilled
                ? Write(own, resource.Id, resource.Content, source)
                : WriteData(own, resource.Id, resource.Content));
        }
    }

    public static async Task Write(ImportContext context, Guid id, ResourceContent content, Guid source)
    {
        await context.Publish(id, content.Hash, source);
        await WriteData(context, id, content);
    }

    private static async Task WriteData(ImportContext context, Guid id, ResourceContent content)
    {
        var placeholderState = content.IsPlaceholder ? "placeholder" : null;
        var values = new
        {
            Id = id,
            context.Options.Language,
            content.Kind,
            content.Title,
            content.Description,
            content.Url,
            LinkState = content.Url is null ? placeholderState : "unchecked",
            content.Parent,
            content.Position,
            EventDate = content.Event?.Date,
            EventTime = content.Event?.Time,
            EventZone = content.Event?.Zone,
            Placeholder = LinkTarget.FromText(content.Title),
        };
        await context.Connection.Execute(WriteSql, values, context.Ct);
        if (await context.Connection.Execute(WriteTextSql, values, context.Ct) > 0)
        {
            await context.Outdate(id);
        }

        if (content.IsPlaceholder)
        {
            await context.Connection.Execute(WritePlaceholderTargetSql, values, context.Ct);
        }

        if (content.Url is not null)
        {
            await context.Connection.Execute(WriteUrlTargetSql, values, context.Ct);
        }

        await SiblingTranslation.Publish(context, id, SiblingsSql, sibling =>
            (content with { Title = sibling.Name, Description = sibling.Description }).Hash);
    }
}
