using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests.Docs;

/// <summary>What the documents name exists, and what they tell a reader to run works.</summary>
public sealed partial class DocsTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const int MaxReadmeLines = 100;
    private const int MaxLineLength = 140;
    private const int MaxReadmeCodeLength = 100; // a phone shows no more of a code block

    private static readonly string Source = Path.Combine(Repository.Root, "src", "FreedomCities.Api");

    public static TheoryData<string> Documents => new(MarkdownFile.All);

    public static TheoryData<string, string> CurlLines
    {
        get
        {
            var lines = new TheoryData<string, string>();
            foreach (var document in new[] { "README.md", "docs/using.md" })
            {
                foreach (var line in MarkdownFile.Read(document).Commands.Where(l => CurlLine.Parse(l) is not null))
                {
                    lines.Add(document, line);
                }
            }

            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Link_LeadsToAFileAndAHeading(string document)
    {
        var links = MarkdownFile.Read(document).Links.Where(l => !l.Contains("://", StringComparison.Ordinal));
        var broken = links.Where(l => !Leads(document, l));

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void PathInBackticks_Exists(string document)
    {
        var missing = MarkdownFile.Read(document).CodeSpans.Where(LooksLikePath).Where(p => !Exists(p));

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Line_IsShortEnough(string document)
    {
        var lines = MarkdownFile.Read(document).Text.Split('\n').Index().Where(l => l.Item.Length > MaxLineLength);

        Assert.Empty(lines.Select(l => $"{document}:{l.Index + 1}: {l.Item.Length} characters"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void DevCommand_IsOne(string document)
    {
        var dev = File.ReadAllText(Path.Combine(Repository.Root, "dev"));
        var words = DevWords().Match(dev).Groups["words"].Value.Split('|', StringSplitOptions.TrimEntries);
        var unknown = DevCalls().Matches(MarkdownFile.Read(document).Text).Select(m => m.Groups["word"].Value).Except(words);

        Assert.Contains("run", words);
        Assert.Empty(unknown);
    }

    [Fact]
    public void Readme_IsOneScreen()
    {
        var readme = MarkdownFile.Read("README.md");

        Assert.InRange(readme.Text.TrimEnd().Split('\n').Length, 1, MaxReadmeLines);
        Assert.DoesNotContain(readme.CodeLines, l => l.Length > MaxReadmeCodeLength);
    }

    [Theory]
    [MemberData(nameof(CurlLines))]
    public async Task CurlLine_IsAnswered(string document, string line)
    {
        using var request = CurlLine.Parse(line)!.Request();
        using var response = await service.Http.SendAsync(request);

        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{document}: {line}\n{(int)response.StatusCode} {body}");
    }

    [Fact]
    public void CurlLines_AreFound() => Assert.True(CurlLines.Count > 20, "The documents have lost their curl lines.");

    [Fact]
    public async Task Problems_AreAllInTheDocument()
    {
        var page = await (await service.Get("/problems")).Content.ReadAsStringAsync();
        var codes = ProblemLinks().Matches(page).Select(m => m.Groups["code"].Value).ToArray();
        var documented = MarkdownFile.Read("docs/using.md").CodeSpans;

        Assert.Contains("gone", codes);
        Assert.Empty(codes.Except(documented, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("curl localhost:5000/v1/faqs   # all", "GET", "/v1/faqs", null)]
    [InlineData("curl -I localhost:5000/v1", "HEAD", "/v1", null)]
    [InlineData("""curl localhost:5000/v1/search --json '{"q":"a b"}'""", "POST", "/v1/search", """{"q":"a b"}""")]
    public void CurlLine_IsParsed(string line, string method, string path, string? body)
    {
        var parsed = CurlLine.Parse(line);

        Assert.Equal((new HttpMethod(method), path, body), (parsed!.Method, parsed.Path, parsed.Body));
    }

    [Theory]
    [InlineData("curl 'localhost:5000/v1/changes?since=CURSOR'")]
    [InlineData("""curl -H 'If-None-Match: "ETAG"' localhost:5000/v1/faqs""")]
    [InlineData("""curl localhost:5000/v1/freshness --json '[{"slug":"…"}]'""")]
    public void CurlLineWithAPlaceholder_IsNotRun(string line) => Assert.Null(CurlLine.Parse(line));

    [Theory]
    [InlineData("src/FreedomCities.Api/NoSuch.cs", false)]
    [InlineData("NoSuch.cs", false)]
    [InlineData("Content/<Kind>s/<Kind>Queries.cs", true)]
    [InlineData("db/seed/", true)]
    public void Path_IsLookedFor(string path, bool exists)
    {
        Assert.True(LooksLikePath(path));
        Assert.Equal(exists, Exists(path));
    }

    private static bool Leads(string document, string link)
    {
        var parts = link.Split('#', 2);
        var folder = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!);
        var target = parts[0].Length == 0 ? Path.Combine(Repository.Root, document) : Path.GetFullPath(Path.Combine(folder, parts[0]));
        return parts.Length == 1
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && MarkdownFile.Read(Path.GetRelativePath(Repository.Root, target)).Anchors.Contains(parts[1]);
    }

    /// <summary>Whether a code span begins with a folder of the repository or of the service, or is the name of a source file.</summary>
    private static bool LooksLikePath(string code) =>
        SourceFile().IsMatch(code) || (PathLike().IsMatch(code) && IsFolder(code.Split('/')[0]));

    private static bool IsFolder(string name) =>
        name is not ("" or ".") && (Directory.Exists(Path.Combine(Repository.Root, name)) || Directory.Exists(Path.Combine(Source, name)));

    private static bool Exists(string path)
    {
        var pattern = Wildcard().Replace(Regex.Escape(path.TrimEnd('/')), "[^/]*");
        var end = TimeSpan.FromSeconds(1);
        return RepositoryFiles.All.Any(f => Regex.IsMatch(f, $"(^|/){pattern}(/|$)", RegexOptions.ExplicitCapture, end));
    }

    [GeneratedRegex(@"^[\w./<>*-]+\.(cs|md|sql|yaml|conf|css|html|tsv|props|sln|slnx|service|timer)$", RegexOptions.ExplicitCapture)]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"^[^\s/]+/\S*$")]
    private static partial Regex PathLike();

    [GeneratedRegex(@"\\\*|<[^>]*>")]
    private static partial Regex Wildcard();

    [GeneratedRegex(@"^  (?<words>[a-z-]+( \| [a-z-]+)+)\) ""\$@""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex DevWords();

    [GeneratedRegex(@"\./dev (?<word>[a-z][a-z-]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex DevCalls();

    [GeneratedRegex(@"/problems/(?<code>[a-z-]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ProblemLinks();
}
