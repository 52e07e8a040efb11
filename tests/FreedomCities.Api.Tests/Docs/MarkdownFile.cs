using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FreedomCities.Api.Tests.Docs;

/// <summary>A document of the repository, parsed as GitHub does.</summary>
internal sealed partial class MarkdownFile
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePipeTables().Build();

    private readonly MarkdownDocument _document;

    private MarkdownFile(string path)
    {
        Path = path;
        Text = File.ReadAllText(System.IO.Path.Combine(Repository.Root, path));
        _document = Markdown.Parse(Text, Pipeline);
    }

    /// <summary>All documents, by their paths from the root.</summary>
    public static string[] All { get; } =
    [
        "README.md", "CONTRIBUTING.md", "db/README.md", "openapi/CHANGELOG.md",
        .. new[] { "docs", "deploy" }
            .SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), "*.md"))
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file))
            .Order(StringComparer.Ordinal),
    ];

    public string Path { get; }

    public string Text { get; }

    public IEnumerable<string> Links => _document.Descendants<LinkInline>().Select(l => l.Url ?? "");

    public IEnumerable<string> Anchors => _document.Descendants<HeadingBlock>().Select(h => h.GetAttributes().Id ?? "");

    /// <summary>What stands in single backticks.</summary>
    public IEnumerable<string> CodeSpans => _document.Descendants<CodeInline>().Select(c => c.Content);

    /// <summary>The lines of code blocks.</summary>
    public IEnumerable<string> CodeLines => CodeBlocks.SelectMany(b => b.Split('\n'));

    /// <summary>The commands of code blocks: an indented line continues the one before it.</summary>
    public IEnumerable<string> Commands => CodeBlocks.SelectMany(b => Continuation().Replace(b, " ").Split('\n'));

    private IEnumerable<string> CodeBlocks => _document.Descendants<FencedCodeBlock>().Select(b => b.Lines.ToString());

    public static MarkdownFile Read(string path) => new(path);

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Continuation();
}
