using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests;

/// <summary>The rules of the house that a compiler doesn't check.</summary>
public sealed partial class LayoutTests
{
    private const int MaxFiles = 12;
    private const int MaxLines = 200;

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
            from file in Files(folder)
            from use in Use().Matches(File.ReadAllText(file)).Select(m => m.Groups["folder"].Value)
            where above.Contains(use, StringComparer.Ordinal)
            select $"{Name(file)} uses {use}";

        Assert.NotEmpty(Files(folder));
        Assert.Empty(breaches);
    }

    [Fact]
    public void Folders_AreNamedForTheirSubject()
    {
        string[] meaningless = ["Common", "Shared", "Utils", "Extensions", "Helpers", "Core", "Infrastructure", "Services", "Models"];

        Assert.DoesNotContain(Files("").SelectMany(f => Name(f).Split('/')[..^1]), f => meaningless.Contains(f, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Folders_HoldAboutADozenFiles()
    {
        var full = Files("").CountBy(f => Path.GetDirectoryName(Name(f))!, StringComparer.Ordinal).Where(f => f.Value > MaxFiles);

        Assert.Empty(full);
    }

    [Fact]
    public void Engine_UsesNothingOfTheProject() =>
        Assert.Empty(Breaches(Files("Delivery/Search/Engine"), ProjectUse()));

    [Fact]
    public void Http_NamesNoRouteOfAnotherFolder() => Assert.Empty(Breaches(Files("Http"), ForeignRoute()));

    [Fact]
    public void Methods_AreNamedForWhatTheyDo() => Assert.Empty(Breaches(AllFiles(), VagueMethod()));

    [Fact]
    public void Lines_FitOnAScreen() => Assert.Empty(Breaches(AllFiles(), LongLine()));

    [Fact]
    public void Files_FitInAReadersHead()
    {
        var tooLong = Files("").Where(f => File.ReadLines(f).Count() > MaxLines).Select(Name);

        Assert.Empty(tooLong);
    }

    [Theory]
    [InlineData("using FreedomCities.Api.Content;", true)]
    [InlineData("        var folded = Content.Folding.Fold(word);", true)]
    [InlineData("namespace FreedomCities.Api.Delivery.Search.Engine;", false)]
    public void UseOfTheProject_IsRecognised(string line, bool isUse) => Assert.Equal(isUse, ProjectUse().IsMatch(line));

    [Theory]
    [InlineData("    private static readonly PathString[] Public = [\"/v1\"];", true)]
    [InlineData("        http.Request.Path.StartsWithSegments(\"/swagger\")", true)]
    [InlineData("    routes.MapGet(\"/problems\", List);", false)]
    public void ForeignRoute_IsRecognised(string line, bool isForeign) => Assert.Equal(isForeign, ForeignRoute().IsMatch(line));

    [Theory]
    [InlineData("    public static Query Of(string text) =>", true)]
    [InlineData("    private static IEnumerable<T> In<T>(string text)", true)]
    [InlineData("    public static Query Parse(string text) => Of(text);", false)]
    public void VagueMethod_IsRecognised(string line, bool isVague) => Assert.Equal(isVague, VagueMethod().IsMatch(line));

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

    private static IEnumerable<string> Breaches(IEnumerable<string> files, Regex rule) =>
        from file in files
        from line in File.ReadLines(file).Index()
        where rule.IsMatch(line.Item)
        select $"{Name(file)}:{line.Index + 1}: {line.Item.Trim()}";

    private static string[] Files(string folder) => Sources(Path.Combine(Source, folder));

    private static string[] AllFiles() => [.. Files(""), .. Sources(Path.Combine(Source, "..", "..", "tests"))];

    private static string[] Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !Generated().IsMatch(f)),
    ];

    [GeneratedRegex("/(obj|bin|node_modules)/", RegexOptions.ExplicitCapture)]
    private static partial Regex Generated();

    [GeneratedRegex(@"using FreedomCities|(?<!namespace )FreedomCities\.Api\.|(?<![\w.])(Content|Database|Editorial|Http)\.[A-Z]", RegexOptions.ExplicitCapture)]
    private static partial Regex ProjectUse();

    [GeneratedRegex(@"""/(v1|embed|oembed|openapi|swagger|\.well-known)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ForeignRoute();

    [GeneratedRegex(@"^ +(public|internal|private|protected)\b[^=(]*\s(Of|In)(<\w+>)?\(", RegexOptions.ExplicitCapture)]
    private static partial Regex VagueMethod();

    [GeneratedRegex("^.{141}")]
    private static partial Regex LongLine();

    private static string Name(string file) => Path.GetRelativePath(Source, file);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    // Full names, and those that begin at the project's own namespace.
    [GeneratedRegex(@"FreedomCities\.Api\.(?<folder>\w+)|(?<![\w./""])(?<folder>Content|Delivery|Editorial|OpenApi)\.[A-Z]\w+", RegexOptions.ExplicitCapture)]
    private static partial Regex Use();

    [GeneratedRegex(@"\b(Query\w*|Execute\w*|CommandDefinition)(<[^(]*>)?\((new(\s\w+)?\()?([^;""]*\$""|""[^""]*"" \+|\w+ \+|string\.(Format|Concat|Join))", RegexOptions.ExplicitCapture)]
    private static partial Regex BuiltCall();

    [GeneratedRegex(@"Sql\w* =>? (?!"""""").*(\$""(?!"")|"" \+|\+ "")", RegexOptions.ExplicitCapture)]
    private static partial Regex BuiltStatement();

    [GeneratedRegex(@"using Dapper|using Npgsql|FreedomCities\.Api\.Database", RegexOptions.ExplicitCapture)]
    private static partial Regex Database();
}
