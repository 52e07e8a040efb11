using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Import.Resources;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import.Documents.Links;

/// <summary>Renders answers with the present URL of each linked resource, instead of the URL in the document.</summary>
internal sealed class AnswerLinks
{
    private const string ResourcesSql = """
        select distinct on (g.target)
          g.target, s.id, r.slug, s.url, w.title, s.kind, w.language, w.description, s.parent_id, p.slug as parent_slug, s.position,
          to_char(s.event_date, 'YYYY-MM-DD') as event_date, s.event_time, s.event_zone
        from resource_target g
        join resource s on s.id = g.resource_id
        join record r on r.id = s.id
        join resource_translation w on w.resource_id = s.id
        left join record p on p.id = s.parent_id
        where g.target = any (@Targets)
        order by g.target, w.language <> @Language, w.language
        """;

    private readonly Dictionary<string, LinkedResource> _resources;

    /// <param name="resources">The resources of all link targets in the answers.</param>
    public AnswerLinks(IEnumerable<LinkedResource> resources) => _resources = resources.ToDictionary(r => r.Target, StringComparer.Ordinal);

    public static async Task<AnswerLinks> Load(
        NpgsqlConnection connection, IEnumerable<MarkdownLink> links, string language, CancellationToken ct)
    {
        var targets = links.SelectMany(l => new[] { FindTarget(l), ToPlaceholder(l) })
            .OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return new AnswerLinks(await connection.Query<LinkedResource>(
            ResourcesSql, new { Targets = targets, Language = language }, ct));
    }

    /// <summary>The target of a link; null: it can't be the link of a resource.</summary>
    public static string? FindTarget(MarkdownLink link)
    {
        if (link.IsImage)
        {
            return null;
        }

        return link.Target is "#" or "" ? ToPlaceholder(link) : LinkTarget.NormalizeUrl(link.Target);
    }

    public LinkedResource? Find(string target) => _resources.GetValueOrDefault(target);

    public bool Contains(string target) => _resources.ContainsKey(target);

    public void Add(LinkedResource resource) => _resources[resource.Target] = resource;

    /// <summary>The resources that an answer links to, in its order.</summary>
    public LinkedResource[] FindResources(ParsedMarkdown written)
    {
        var targets = written.Links.Select(FindTarget).OfType<string>();
        return [.. targets.Select(t => _resources.GetValueOrDefault(t)).OfType<LinkedResource>().DistinctBy(r => r.Id)];
    }

    public Answer Render(ParsedMarkdown written) => Markdown.Render(Markdown.ReplaceLinks(written, FormatLink));

    /// <summary>The placeholder with the text of a link; null: there is none, or it has an address.</summary>
    public LinkedResource? FindPlaceholder(MarkdownLink link) =>
        !link.IsBare && ToPlaceholder(link) is { } target && Find(target) is { Url: null } placeholder ? placeholder : null;

    private static string? ToPlaceholder(MarkdownLink link)
    {
        var target = LinkTarget.FromText(Markdown.PlainText(link.Label));
        return target.Length > 1 ? target : null;
    }

    /// <returns>The Markdown to replace a link with; null: it stays.</returns>
    private string? FormatLink(MarkdownLink link)
    {
        if (FindTarget(link) is { } target && _resources.TryGetValue(target, out var resource))
        {
            return FormatLink(link, target, resource);
        }

        return Markdown.IsSafe(link.Target) && !link.IsImage ? null : link.Label;
    }

    private static string? FormatLink(MarkdownLink link, string target, LinkedResource resource) => resource.Url switch
    {
        null => link.IsBare ? Markdown.Escape(resource.Title) : link.Label,
        var url when url == target => null,
        var url when link.IsBare => $"<{url}>",
        var url => $"[{link.Label}](<{url}>)",
    };
}
