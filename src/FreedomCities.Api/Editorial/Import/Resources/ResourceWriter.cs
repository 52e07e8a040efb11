using System.Globalization;
using Dapper;
using FreedomCities.Api.Content;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>What a resource states about itself in one language.</summary>
internal sealed record ResourceContent(
    string Kind, string Title, string? Description, string? Url, bool IsPlaceholder, Guid? Parent = null, string? ParentSlug = null, int? Position = null, DateOnly? EventDate = null)
{
    public string? Day => EventDate?.ToString("O", CultureInfo.InvariantCulture);

    public string Hash => ContentHash.Compute(
        Kind, Title, Description, Url ?? (IsPlaceholder ? "#" : null), ParentSlug, Position?.ToString(CultureInfo.InvariantCulture), Day);
}

/// <summary>Publishes a resource and remembers what links to it say.</summary>
internal static class ResourceWriter
{
    private const string WriteSql = """
        insert into resource as s (id, kind, url, link_state, parent_id, position, event_date)
        values (@Id, @Kind, @Url, @LinkState, @Parent, @Position, @Day::date)
        on conflict (id) do update
        set kind = excluded.kind,
            url = excluded.url,
            link_state = case when s.url = excluded.url then s.link_state else excluded.link_state end,
            link_checked_at = case when s.url = excluded.url then s.link_checked_at end,
            parent_id = excluded.parent_id,
            position = excluded.position,
            event_date = excluded.event_date
        """;

    private const string WriteWordsSql = """
        insert into resource_translation as w (resource_id, language, title, description)
        values (@Id, @Language, @Title, @Description)
        on conflict (resource_id, language) do update
        set title = excluded.title,
            description = excluded.description
        where (w.title, w.description) is distinct from (excluded.title, excluded.description)
        """;

    private const string OtherLanguagesSql = """
        select w.language, w.title as name, w.description, t.content_hash as hash, t.source_document_id as source
        from resource_translation w
        join translation t on t.record_id = w.resource_id and t.language = w.language and t.status in ('published', 'withdrawn')
        where w.resource_id = @Id
          and w.language <> @Language
        """;

    private const string WriteUrlSql = """
        insert into resource_target (target, resource_id)
        values (@Url, @Id)
        on conflict (target) do update set resource_id = excluded.resource_id
        """;

    private const string WriteTextSql = """
        insert into resource_target (target, resource_id)
        values (@Text, @Id)
        on conflict (target) do nothing
        """;

    public static async Task Write(ImportContext work, Guid id, ResourceContent content, Guid source)
    {
        await work.Publish(id, content.Hash, source);
        var values = new
        {
            Id = id,
            work.Options.Language,
            content.Kind,
            content.Title,
            content.Description,
            content.Url,
            LinkState = content.Url is not null ? "unchecked" : content.IsPlaceholder ? "placeholder" : null,
            content.Parent,
            content.Position,
            content.Day,
            Text = LinkTarget.OfText(content.Title),
        };
        await work.Connection.ExecuteAsync(new(WriteSql, values, cancellationToken: work.Ct));
        if (await work.Connection.ExecuteAsync(new(WriteWordsSql, values, cancellationToken: work.Ct)) > 0)
        {
            await work.Outdate(id);
        }

        if (content.IsPlaceholder)
        {
            await work.Connection.ExecuteAsync(new(WriteTextSql, values, cancellationToken: work.Ct));
        }

        if (content.Url is not null)
        {
            await work.Connection.ExecuteAsync(new(WriteUrlSql, values, cancellationToken: work.Ct));
        }

        await SiblingTranslation.Publish(work, id, OtherLanguagesSql, other =>
            (content with { Title = other.Name, Description = other.Description }).Hash);
    }
}
