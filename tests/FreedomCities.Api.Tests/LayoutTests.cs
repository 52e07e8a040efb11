using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests;

/// <summary>The rules of the house that a compiler doesn't check.</summary>
public sealed partial class LayoutTests
{
    private static readonly string Source = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "src", "FreedomCities.Api");

    [Theory]
    [InlineData("Http", "Content", "Delivery", "Editorial", "OpenApi")]
    [InlineData("Database", "Content", "Delivery", "Editorial", "OpenApi", "Http")]
    [InlineData("Telemetry", "Content", "Delivery", "Editorial", "OpenApi", "Http")]
    [InlineData("Content", "Delivery", "Editorial", "OpenApi")]
    [InlineData("Delivery", "Editorial")]
    [InlineData("Editorial", "Delivery")]
    public void Folder_UsesNothingAboveIt(string folder, params string[] above)
    {
        var breaches =
            from file in Files(folder).Concat(Files(folder, "*.razor"))
            from use in Use().Matches(File.ReadAllText(file)).Select(m => m.Groups["folder"].Value)
            where above.Contains(use, StringComparer.Ordinal)
            select $"{Name(file)} uses {use}";

        Assert.NotEmpty(Files(folder));
        Assert.Empty(breaches);
    }

    [Theory]
    [InlineData("using FreedomCities.Api.Delivery.Search;", "Delivery")]
    [InlineData("    var slug = Content.Slugs.Find(name);", "Content")]
    [InlineData("    headers.ContentType = \"text/html\";", null)]
    [InlineData("    var path = \"Content.Slugs\";", null)]
    public void UseOfAFolder_IsRecognised(string line, string? folder) =>
        Assert.Equal(folder, Use().Matches(line).Select(m => m.Groups["folder"].Value).SingleOrDefault());

    [Fact]
    public void Folders_AreNamedForTheirSubject()
    {
        string[] meaningless = ["Common", "Shared", "Utils", "Extensions", "Helpers", "Core", "Infrastructure", "Services", "Models"];

        Assert.DoesNotContain(
            Files("").SelectMany(f => Name(f).Split('/')[..^1]),
            f => meaningless.Contains(f, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Sql_IsConstant()
    {
        var built =
            from file in Files("")
            from line in File.ReadLines(file)
            where BuiltCall().IsMatch(line) || BuiltStatement().IsMatch(line)
            select $"{Name(file)}: {line.Trim()}";

        Assert.Empty(built);
    }

    [Fact]
    public void InterpolatedText_IsConstantWhereThereIsADatabase()
    {
        var built =
            from file in Files("")
            where File.ReadAllText(file) is var text && Database().IsMatch(text)
            from line in File.ReadLines(file)
            where line.Contains("$\"\"\"", StringComparison.Ordinal) && !line.Contains("const string", StringComparison.Ordinal)
            select $"{Name(file)}: {line.Trim()}";

        Assert.Empty(built);
    }

    [Theory]
    [InlineData("connection.QueryAsync<T>(\"order by \" + sort)")]
    [InlineData("database.Query<Faq>($\"order by {sort}\", ct)")]
    [InlineData("connection.ExecuteAsync(new($\"drop table {name}\"))")]
    [InlineData("new CommandDefinition(Sql + order)")]
    [InlineData("database.QueryFirst<int>(string.Format(sql, x))")]
    public void BuiltSql_IsRecognised(string line) => Assert.Matches(BuiltCall(), line);

    [Fact]
    public void Html_IsInRazorComponents()
    {
        var html =
            from file in Files("")
            from literal in Literal().Matches(File.ReadAllText(file)).Select(m => m.Groups["literal"].Value)
            where Tag().IsMatch(literal)
            select $"{Name(file)}: {literal}";

        Assert.Empty(html);
    }

    [Fact]
    public void OnlyAnswersTheStyleSheetAndTheScript_AreNotEncoded()
    {
        var markup = Files("").Concat(Files("", "*.razor")).SelectMany(f => Markup().Matches(File.ReadAllText(f))).Select(m => m.Value);

        Assert.Equal(
            ["(MarkupString)AnswerLinks.Add", "(MarkupString)EmbedStyle.Css", "(MarkupString)EmbedStyle.HeightScript"],
            markup.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""var html = "<p>" + text;""")]
    [InlineData(""" $"a {b} </p>" """)]
    [InlineData(""" '"', "<br/>" """)]
    [InlineData("$\"\"\"\n    <a href=\"{url}\">\n    \"\"\"")]
    public void HtmlInALiteral_IsRecognised(string code) =>
        Assert.Contains(Literal().Matches(code), m => Tag().IsMatch(m.Groups["literal"].Value));

    [Theory]
    [InlineData("""List<string> words = []; // "<p>" """)]
    [InlineData("""var link = $"<{url}>; rel=next";""")]
    [InlineData("""var path = "</v1/faqs>; /problems/<code>";""")]
    [InlineData("""[GeneratedRegex("(?<name>a)\\k<name>|(?<=b)")]""")]
    public void OtherAngleBrackets_AreNoHtml(string code) =>
        Assert.DoesNotContain(Literal().Matches(code), m => Tag().IsMatch(m.Groups["literal"].Value));

    private static string[] Files(string folder, string pattern = "*.cs") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Source, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !Name(f).StartsWith("obj/", StringComparison.Ordinal) && !Name(f).StartsWith("bin/", StringComparison.Ordinal)),
    ];

    private static string Name(string file) => Path.GetRelativePath(Source, file);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    // Full names, and those that begin at the project's own namespace.
    [GeneratedRegex(
        @"FreedomCities\.Api\.(?<folder>\w+)|(?<![\w./""])(?<folder>Content|Delivery|Editorial|OpenApi)\.[A-Z]\w+",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Use();

    [GeneratedRegex(
        @"\b(Query\w*|Execute\w*|CommandDefinition)(<[^(]*>)?\((new(\s\w+)?\()?([^;""]*\$""|""[^""]*"" \+|\w+ \+|string\.(Format|Concat|Join))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex BuiltCall();

    [GeneratedRegex(@"Sql\w* =>? (?!"""""").*(\$""(?!"")|"" \+|\+ "")", RegexOptions.ExplicitCapture)]
    private static partial Regex BuiltStatement();

    // Comments and characters are matched only to skip them.
    [GeneratedRegex("""//.*|'(\\.[^']*|[^'\\])'|(?<literal>"{3,}(?s:.*?)"{3,}|@"[^"]*"|"([^"\\\n]|\\.)*")""", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    // A group of a regular expression and a placeholder in a path look like tags.
    [GeneratedRegex("""(?<!\(\?|\\k|/)<[a-z][a-z0-9-]*(\s|/?>)|</[a-z][a-z0-9-]*>|<!doctype""", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\(?MarkupString\W[\w.]*")]
    private static partial Regex Markup();

    [GeneratedRegex(@"using Dapper|using Npgsql|FreedomCities\.Api\.Database", RegexOptions.ExplicitCapture)]
    private static partial Regex Database();
}
