namespace FreedomCities.Api.Tests.Docs;

/// <summary>
/// The words that CONTRIBUTING.md rules out are in no text of ours. Exempt are released scripts, seed texts and recorded examples.
/// </summary>
public sealed class ProseTests
{
    private static readonly string[] OperatorFiles = ["dev", "compose.yaml", "Dockerfile", ".editorconfig"];

    public static TheoryData<string> Documents => new(MarkdownFile.All);

    public static TheoryData<string> OpenApi => new(RepositoryFiles.Find("openapi/", ".json").Where(f => f != "openapi/examples.json"));

    public static TheoryData<string> Sql => new(RepositoryFiles.Find("db/", ".sql"));

    public static TheoryData<string> ForOperators => new(OperatorFiles.Concat(RepositoryFiles.Find("deploy/", "")));

    /// <summary>Pages, and the English sentences of the element and of locate.</summary>
    public static TheoryData<string> ForReaders =>
        new(RepositoryFiles.Find("src/", ".razor").Concat(RepositoryFiles.Find("src/FreedomCities.Api/Delivery/Texts/", "en.json")));

    /// <summary>The folders of the sources: a case for each.</summary>
    public static TheoryData<string> SourceFolders => new(Sources().Select(Folder).Distinct(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_HasNoForbiddenWord(string file) => HasNone(ForbiddenWords.FindInProse(file, TextParts.SelectProse(Read(file))));

    [Theory]
    [MemberData(nameof(OpenApi))]
    public void OpenApi_HasNoForbiddenWord(string file) => HasNone(
        from text in TextParts.SelectOpenApiTexts(Read(file))
        from found in ForbiddenWords.FindInProse($"{file}:{text.Line}", text.Text)
        select found);

    [Theory]
    [MemberData(nameof(Sql))]
    public void Sql_HasNoForbiddenWord(string file) => HasNone(ForbiddenWords.FindInProse(file, TextParts.SelectSqlTexts(Read(file))));

    [Theory]
    [MemberData(nameof(ForOperators))]
    public void OperatorFile_HasNoForbiddenWord(string file) => HasNone(ForbiddenWords.FindInProse(file, Read(file)));

    [Theory]
    [MemberData(nameof(ForReaders))]
    public void TextForReaders_HasNoForbiddenWord(string file) => HasNone(ForbiddenWords.FindInProse(file, Read(file)));

    [Theory]
    [MemberData(nameof(SourceFolders))]
    public void Comments_HaveNoForbiddenWord(string folder) => HasNone(
        Sources().Where(f => Folder(f) == folder).SelectMany(f => ForbiddenWords.FindInProse(f, TextParts.SelectComments(Read(f)))));

    [Theory]
    [MemberData(nameof(SourceFolders))]
    public void Names_HaveNoForbiddenWord(string folder) => HasNone(
        Sources().Where(f => Folder(f) == folder).SelectMany(f => ForbiddenWords.FindInCode(f, TextParts.SelectCode(Read(f)))));

    [Theory]
    [InlineData("The kept answers.", "kept answers")]
    [InlineData("It was told of a change.", "told of")]
    [InlineData("what was asked\nfor", "asked for")]
    [InlineData("Who was notified, gets it.", "Who was")]
    [InlineData("Nobody waits.", "Nobody")]
    [InlineData("A record is taken back.", "taken back")]
    [InlineData("Take a record back", "Take a record back")]
    [InlineData("the distance is reckoned", "reckoned")]
    public void Word_IsFound(string text, string words) => Assert.Equal([$"x:1: {words}"], ForbiddenWords.FindInProse("x", text));

    [Theory]
    [InlineData("Requests without a body. The client asks for JSON. The connection goes back to the pool.")]
    [InlineData("Clients that were notified request the new version. A person who is a reviewer.")]
    public void OrdinaryWords_AreNot(string text) => Assert.Empty(ForbiddenWords.FindInProse("x", text));

    [Fact]
    public void CommentsAndNames_AreToldApart()
    {
        const string Code = """
            // told
            // of it, and `nobody` as a user
            var deaf = "told of"; // asked for
            x.Of(1);
            """;

        Assert.Equal(["x:1: told of", "x:3: asked for"], ForbiddenWords.FindInProse("x", TextParts.SelectComments(Code)));
        Assert.Equal(["x:3: deaf", "x:4: Of("], ForbiddenWords.FindInCode("x", TextParts.SelectCode(Code)));
    }

    [Fact]
    public void Sql_IsReadInItsCommentsAndDescriptions()
    {
        const string Statements = """
            -- nobody
            comment on table x is 'What everybody gets.';
            select 'somebody';
            """;

        Assert.Equal(["x:1: nobody", "x:2: everybody"], ForbiddenWords.FindInProse("x", TextParts.SelectSqlTexts(Statements)));
    }

    private static void HasNone(IEnumerable<string> found)
    {
        var words = found.ToArray();

        Assert.True(words.Length == 0, $"Forbidden words (CONTRIBUTING.md, \"How we write\"):\n{string.Join('\n', words)}");
    }

    private static IEnumerable<string> Sources() => RepositoryFiles.Find("src/", ".cs").Concat(RepositoryFiles.Find("tests/", ".cs"));

    private static string Folder(string file) => string.Join('/', file.Split('/')[..^1].Take(3));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));
}
