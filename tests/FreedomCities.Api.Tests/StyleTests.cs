using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests;

/// <summary>Rules of style that no analyzer checks: sizes, names, and who may name what.</summary>
public sealed partial class StyleTests
{
    private const int MaxFiles = 13;
    private const int MaxLines = 200;

    private static readonly string Source = Path.Combine(Repository.Root, "src", "FreedomCities.Api");

    [Fact]
    public void Folders_HoldAboutADozenFiles() => Assert.Empty(FullFolders(Files("").Select(Name)));

    [Fact]
    public void Engine_UsesNothingOfTheProject() =>
        Assert.Empty(Breaches(Files("Delivery/Search/Engine"), ProjectUse()));

    [Fact]
    public void Http_NamesNoRouteOfAnotherFolder() => Assert.Empty(Breaches(Files("Http"), ForeignRoute()));

    [Fact]
    public void Methods_AreNamedForWhatTheyDo() => Assert.Empty(Breaches(AllFiles(), VagueMethod()));

    [Fact]
    public void Lines_FitOnAScreen() => Assert.Empty(Breaches(Files(""), LongLine()));

    [Fact]
    public void Files_FitInAReadersHead() => Assert.DoesNotContain(Files(""), f => IsTooLong(File.ReadLines(f)));

    [Theory]
    [InlineData(MaxFiles, false)]
    [InlineData(MaxFiles + 1, true)]
    public void FullFolder_IsRecognised(int files, bool isFull) =>
        Assert.Equal(isFull ? ["src/Http"] : [], FullFolders(Enumerable.Range(1, files).Select(n => $"src/Http/{n}.cs").Append("src/a.cs")));

    [Theory]
    [InlineData(MaxLines, false)]
    [InlineData(MaxLines + 1, true)]
    public void LongFile_IsRecognised(int lines, bool isTooLong) => Assert.Equal(isTooLong, IsTooLong(Enumerable.Repeat("", lines)));

    [Theory]
    [InlineData(140, false)]
    [InlineData(141, true)]
    public void LongLine_IsRecognised(int characters, bool isLong) => Assert.Equal(isLong, LongLine().IsMatch(new string('x', characters)));

    [Theory]
    [InlineData("using FreedomCities.Api.Content;", true)]
    [InlineData("        var folded = Content.Folding.Fold(word);", true)]
    [InlineData("namespace FreedomCities.Api.Delivery.Search.Engine;", false)]
    [InlineData("using FreedomCities.Api.Delivery.Search.Engine.Semantics;", false)]
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

    private static IEnumerable<string> FullFolders(IEnumerable<string> files) => files
        .CountBy(f => Path.GetDirectoryName(f)!, StringComparer.Ordinal)
        .Where(f => f.Value > MaxFiles)
        .Select(f => f.Key);

    private static bool IsTooLong(IEnumerable<string> lines) => lines.Count() > MaxLines;

    private static IEnumerable<string> Breaches(IEnumerable<string> files, Regex rule) =>
        from file in files
        from line in File.ReadLines(file).Index()
        where rule.IsMatch(line.Item)
        select $"{Name(file)}:{line.Index + 1}: {line.Item.Trim()}";

    private static string[] Files(string folder) => Sources(Path.Combine(Source, folder));

    private static string[] AllFiles() => [.. Files(""), .. Sources(Path.Combine(Repository.Root, "tests"))];

    private static string[] Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !Generated().IsMatch(f)),
    ];

    [GeneratedRegex("/(obj|bin|node_modules)/", RegexOptions.ExplicitCapture)]
    private static partial Regex Generated();

    [GeneratedRegex(
        @"(?<!namespace )FreedomCities\.Api\.(?!Delivery\.Search\.Engine)|(?<![\w.])(Content|Database|Editorial|Http)\.[A-Z]",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ProjectUse();

    [GeneratedRegex(@"""/(v1|embed|oembed|openapi|swagger|\.well-known)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ForeignRoute();

    [GeneratedRegex(@"^ +(public|internal|private|protected)\b[^=(]*\s(Of|In)(<\w+>)?\(", RegexOptions.ExplicitCapture)]
    private static partial Regex VagueMethod();

    [GeneratedRegex("^.{141}")]
    private static partial Regex LongLine();

    private static string Name(string file) => Path.GetRelativePath(Repository.Root, file);
}
