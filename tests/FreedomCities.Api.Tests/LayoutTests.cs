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

    private static string[] Files(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !Name(f).StartsWith("obj/", StringComparison.Ordinal) && !Name(f).StartsWith("bin/", StringComparison.Ordinal)),
    ];

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
