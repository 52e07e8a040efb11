using Dapper;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import.Resources;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>A resource that a link may mean, as it is now.</summary>
internal sealed record LinkedResource
{
    public required string Target { get; init; }

    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string? Url { get; init; }

    public required string Title { get; init; }
}

/// <summary>Answers as they are served: every link as its resource has it now, whatever the document said when it was written.</summary>
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

    /// <param name="resources">All that the answers' links may mean.</param>
    public AnswerLinks(IEnumerable<LinkedResource> resources) => _resources = resources.ToDictionary(r => r.Target, StringComparer.Ordinal);

    public static async Task<AnswerLinks> Load(NpgsqlConnection connection, IEnumerable<string> answers, string language, CancellationToken ct)
    {
        var targets = answers.SelectMany(Markdown.Links).Select(TargetOf).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return new AnswerLinks(await connection.QueryAsync<LinkedResource>(
            new(ResourcesSql, new { Targets = targets, Language = language }, cancellationToken: ct)));
    }

    /// <summary>What a link says, if it can be a resource's: a URL, or a placeholder's text.</summary>
    public static string? TargetOf(MarkdownLink link) =>
        link.IsImage ? null
        : link.Target is "#" or "" ? LinkTarget.OfText(Markdown.PlainText(link.Label)) is { Length: > 1 } text ? text : null
        : LinkTarget.OfUrl(link.Target);

    public bool Knows(string target) => _resources.ContainsKey(target);

    public void Add(LinkedResource resource) => _resources[resource.Target] = resource;

    /// <summary>The resources that an answer links to, in its order.</summary>
    public LinkedResource[] FindResources(string written) =>
        [.. Markdown.Links(written).Select(TargetOf).OfType<string>().Select(t => _resources.GetValueOrDefault(t)).OfType<LinkedResource>().DistinctBy(r => r.Id)];

    public Answer Serve(string written) => Markdown.Render(Markdown.ReplaceLinks(written, link =>
        TargetOf(link) is { } target && _resources.TryGetValue(target, out var resource)
            ? Show(link, target, resource)
            : Markdown.IsSafe(link.Target) && !link.IsImage ? null : link.Label));

    private static string? Show(MarkdownLink link, string target, LinkedResource resource) => resource.Url switch
    {
        null => link.IsBare ? Markdown.Escape(resource.Title) : link.Label,
        var url when url == target => null,
        var url when link.IsBare => $"<{url}>",
        var url => $"[{link.Label}](<{url}>)",
    };
}
