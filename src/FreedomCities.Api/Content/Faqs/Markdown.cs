using System.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>Link in Markdown: its source span, target and label.</summary>
/// <param name="Label">Markdown of the link text. For a bare URL, the URL.</param>
/// <param name="IsBare">Bare URL: &lt;https://…&gt; or https://….</param>
/// <param name="IsPlain">Neither a reference link nor a link around an image.</param>
internal sealed record MarkdownLink(int Start, int End, string Target, string Label, bool IsBare, bool IsImage, bool IsPlain = true);

/// <summary>
/// Renders CommonMark with tables, strikethrough and br as HTML and text. Bare URLs become links and other raw HTML becomes text. Images and links with other schemes than
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
    public static IReadOnlyList<MarkdownLink> Links(string markdown)
    {
        var links = new List<MarkdownLink>();
        foreach (var link in Parse(markdown).Descendants<Inline>()
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
    public static string ReplaceLinks(string markdown, Func<MarkdownLink, string?> replace)
    {
        var (text, end) = (new StringBuilder(), 0);
        foreach (var link in Links(markdown))
        {
            if (replace(link) is { } other)
            {
                text.Append(markdown, end, link.Start - end).Append(other);
                end = link.End;
            }
        }

        return text.Append(markdown, end, markdown.Length - end).ToString();
    }

    /// <summary>Rewrites every link as [text](address), so that any part of the text is complete without its definitions.</summary>
    public static string WithPlainLinks(string markdown)
    {
        var plain = ReplaceLinks(markdown, l => l.IsPlain ? null : l.IsImage ? l.Label : $"[{l.Label}](<{l.Target}>)");
        var (text, end) = (new StringBuilder(), 0);
        foreach (var definition in Parse(plain).Descendants<LinkReferenceDefinition>().OrderBy(d => d.Span.Start))
        {
            text.Append(plain, end, definition.Span.Start - end);
            end = definition.Span.End + 1;
        }

        return text.Append(plain, end, plain.Length - end).ToString();
    }

    public static Answer Render(string markdown)
    {
        var document = Parse(markdown);
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

        return new Answer { Markdown = markdown, Html = Limited(() => document.ToHtml(Pipeline)).Trim(), Text = PlainText(markdown) };
    }

    /// <exception cref="FormatException">Quotes, lists or brackets are nested too deeply.</exception>
    public static string PlainText(string markdown) => Limited(() => Markdig.Markdown.ToPlainText(markdown, Pipeline)).Trim();

    /// <summary>Escapes a plain text for Markdown.</summary>
    public static string Escape(string text) =>
        string.Concat(text.Select(c => c is '\\' or '[' or ']' or '*' or '_' or '`' or '<' ? $"\\{c}" : $"{c}"));

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
