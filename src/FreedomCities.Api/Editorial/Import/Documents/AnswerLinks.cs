using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Import.Resources;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>Renders answers with the present URL of each linked resource, instead of the URL in the document.</summary>
internal sealed class AnswerLinks
{
    private const string ResourcesSql = """
        select distinct on (g.target) g.target, s.id, r.slug, s.url, w.title
        from resource_target g
        join resource s on s.id = g.resource_id
        join record r on r.id = s.id
        join resource_translation w on w.resource_id = s.id
        where g.target = any (@Targets)
        order by g.target, w.language <> @Language, w.language
        """;

    private readonly Dictionary<string, LinkedResource> _resources;

    /// <param name="resources">The resources of all link targets in the answers.</param>
    public AnswerLinks(IEnumerable<LinkedResource> resources) => _resources = resources.ToDictionary(r => r.Target, StringComparer.Ordinal);

    public static async Task<AnswerLinks> Load(
        NpgsqlConnection connection, IEnumerable<string> answers, string language, CancellationToken ct)
    {
        var targets = answers.SelectMany(Markdown.Links).Select(FindTarget).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
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

        return link.Target is "#" or "" ? FindPlaceholder(link) : LinkTarget.NormalizeUrl(link.Target);
    }

    public bool Contains(string target) => _resources.ContainsKey(target);

    public void Add(LinkedResource resource) => _resources[resource.Target] = resource;

    /// <summary>The resources that an answer links to, in its order.</summary>
    public LinkedResource[] FindResources(string written)
    {
        var targets = Markdown.Links(written).Select(FindTarget).OfType<string>();
        return [.. targets.Select(t => _resources.GetValueOrDefault(t)).OfType<LinkedResource>().DistinctBy(r => r.Id)];
    }

    public Answer Render(string written) => Markdown.Render(Markdown.ReplaceLinks(written, FormatLink));

    private static string? FindPlaceholder(MarkdownLink link)
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
