using System.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>Link in Markdown: its source span, target and label.</summary>
/// <param name="Label">Markdown of the link text. For a bare URL, the URL.</param>
/// <param name="IsBare">Bare URL: &lt;https://…&gt; or https://….</param>
/// <param name="IsPlain">Neither a reference link nor a link around an image.</param>
internal sealed record MarkdownLink(int Start, int End, string Target, string Label, bool IsBare, bool IsImage, bool IsPlain = true);

/// <summary>
/// Renders CommonMark with tables, strikethrough and br as HTML and text. Bare URLs become links, other raw HTML becomes text. Images
/// and links with other schemes than
/// http, https, mailto and tel are replaced by their text.
/// </summary>
internal static class Markdown
{
    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto, "tel"];

    /// <summary>A line break within a table.</summary>
    public static readonly string LineBreak = string.Concat("<", "br>");

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .Use<LineBreakTag>()
            .UsePreciseSourceLocation()
            .Build();

    /// <exception cref="FormatException">Quotes, lists or brackets are nested too deeply.</exception>
    public static MarkdownDocument Parse(string markdown) => Limited(() => Markdig.Markdown.Parse(markdown, Pipeline));

    /// <summary>Links in document order. Of nested links, only the outer one.</summary>
    public static IReadOnlyList<MarkdownLink> Links(string markdown) => Links(Parse(markdown), markdown);

    public static IReadOnlyList<MarkdownLink> Links(MarkdownDocument document, string markdown)
    {
        var links = new List<MarkdownLink>();
        foreach (var link in document.Descendants<Inline>()
            .Select(i => Link(i, markdown))
            .OfType<MarkdownLink>()
            .OrderBy(l => l.Start)
            .ThenByDescending(l => l.End))
        {
            if (links.Count == 0 || link.Start >= links[^1].End)
            {
                links.Add(link);
            }
        }

        return links;
    }

    public static bool IsSafe(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme, StringComparer.Ordinal)
        && (uri.Scheme == Uri.UriSchemeMailto || uri.UserInfo.Length == 0);

    /// <summary>Replaces each link for which <paramref name="replace"/> returns a text.</summary>
    public static ParsedMarkdown ReplaceLinks(ParsedMarkdown markdown, Func<MarkdownLink, string?> replace)
    {
        var (text, end) = (new StringBuilder(), 0);
        foreach (var link in markdown.Links)
        {
            if (replace(link) is { } other)
            {
                text.Append(markdown.Text, end, link.Start - end).Append(other);
                end = link.End;
            }
        }

        return end == 0 ? markdown : ParsedMarkdown.Parse(text.Append(markdown.Text, end, markdown.Text.Length - end).ToString());
    }

    public static Answer Render(string markdown) => Render(ParsedMarkdown.Parse(markdown));

    /// <summary>Renders a parsed text, once: unsafe links are taken out of it.</summary>
    public static Answer Render(ParsedMarkdown markdown)
    {
        var document = markdown.Document;
        foreach (var inline in document.Descendants<LinkInline>().Where(l => l.IsImage || !IsSafe(l.Url ?? "")).ToArray())
        {
            inline.ReplaceBy(new ContainerInline(), copyChildren: true);
        }

        foreach (var inline in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsSafe(l.Url)).ToArray())
        {
            inline.ReplaceBy(new LiteralInline(inline.Url));
        }

        // Alignment would be a style attribute, which the policy of pages forbids.
        foreach (var column in document.Descendants<Table>().SelectMany(t => t.ColumnDefinitions))
        {
            column.Alignment = null;
        }

        return new Answer
        {
            Markdown = markdown.Text,
            Html = Limited(() => document.ToHtml(Pipeline)).Trim(),
            Text = Limited(() => WritePlainText(document)),
        };
    }

    /// <exception cref="FormatException">Quotes, lists or brackets are nested too deeply.</exception>
    public static string PlainText(string markdown) => Limited(() => WritePlainText(Parse(markdown)));

    /// <summary>Escapes a plain text for Markdown.</summary>
    public static string Escape(string text) =>
        string.Concat(text.Select(c => c is '\\' or '[' or ']' or '*' or '_' or '`' or '<' ? $"\\{c}" : $"{c}"));

    private static string WritePlainText(MarkdownDocument document)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new PlainTableRenderer());
        renderer.Render(document);
        return text.ToString().Trim();
    }

    private static T Limited<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException e)
        {
            throw new FormatException("Quotes, lists or brackets are nested too deeply.", e);
        }
    }

    private static MarkdownLink? Link(Inline inline, string markdown) => inline switch
    {
        AutolinkInline { IsEmail: false } auto => new(auto.Span.Start, auto.Span.End + 1, auto.Url, auto.Url, IsBare: true, IsImage: false),
        LinkInline { IsAutoLink: true } bare => new(bare.Span.Start, bare.Span.End + 1, bare.Url!, bare.Url!, IsBare: true, IsImage: false),
        LinkInline link => new(
            link.Span.Start, link.Span.End + 1, link.Url ?? "", Label(link, markdown), IsBare: false, link.IsImage,
            IsPlain: link.Reference is null && !link.Descendants<LinkInline>().Any()),
        _ => null,
    };

    private static string Label(LinkInline link, string markdown)
    {
        if (link.FirstChild is null)
        {
            return "";
        }

        var source = markdown[link.FirstChild.Span.Start..(link.LastChild!.Span.End + 1)];
        return link.Descendants<LinkInline>().Any() ? Escape(PlainText(source)) : source;
    }
}
