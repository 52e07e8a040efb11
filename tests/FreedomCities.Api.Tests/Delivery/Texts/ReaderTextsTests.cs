using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FreedomCities.Api.Delivery.Texts;

namespace FreedomCities.Api.Tests.Delivery.Texts;

/// <summary>The sentences for readers: one file per language.</summary>
public sealed partial class ReaderTextsTests
{
    private const string Script = "src/FreedomCities.Api/Delivery/Embed/fc-faq.js";

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Languages => [.. Files.Select(f => Path.GetFileNameWithoutExtension(f))];

    private static string Folder => Path.Combine(Repository.Root, "src", "FreedomCities.Api", "Delivery", "Texts");

    private static string[] Files => [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal)];

    /// <summary><c>./dev release-embed</c> writes them into the script.</summary>
    [Fact]
    public void Element_HasTheSentencesOfTheFiles()
    {
        var languages = Files.Select(Read).ToDictionary(t => t.Text("language"), ElementTexts, StringComparer.Ordinal);
        var json = JsonSerializer.Serialize(languages, Indented).Replace("\n", "\n  ", StringComparison.Ordinal);
        var script = File.ReadAllText(Path.Combine(Repository.Root, Script));

        Repository.HasCommitted(Script, Texts().Replace(script, _ => $"const texts = {json};", 1).TrimEnd());
    }

    [Theory, MemberData(nameof(Languages))]
    public void EveryLanguage_HasTheSentencesAndPlaceholdersOfEnglish(string language)
    {
        Assert.Equal(Placeholders(ReadLanguage("en")), Placeholders(ReadLanguage(language)));
        Assert.Equal(language, ReaderTexts.ForLanguage(language).Language);
    }

    [Theory]
    [InlineData("es-MX", "es")]
    [InlineData("ES", "es")]
    [InlineData("en-GB", "en")]
    [InlineData("fr", "en")]
    public void Region_IsIgnoredAndEnglishIsTheFallback(string tag, string language) =>
        Assert.Equal(language, ReaderTexts.ForLanguage(tag).Language);

    [Fact]
    public void FirstLanguageWithTexts_IsUsed()
    {
        Assert.Equal("es", ReaderTexts.ForLanguages(["fr", "es-mx", "es", "en"]).Language);
        Assert.Equal("en", ReaderTexts.ForLanguages([]).Language);
    }

    private static JsonElement ReadLanguage(string language) => Read(Files.Single(f => Path.GetFileNameWithoutExtension(f) == language));

    private static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllBytes(file));

    private static JsonObject ElementTexts(JsonElement texts) => new(
        from section in (string[])["answers", "element"]
        from text in texts.GetProperty(section).EnumerateObject()
        select KeyValuePair.Create(text.Name, (JsonNode?)JsonValue.Create(text.Value.GetString())));

    private static IEnumerable<string> Placeholders(JsonElement texts) =>
        from section in texts.EnumerateObject()
        where section.Value.ValueKind == JsonValueKind.Object
        from text in section.Value.EnumerateObject()
        let places = Placeholder().Matches(text.Value.GetString()!).Select(m => m.Value).Order(StringComparer.Ordinal)
        select $"{section.Name}.{text.Name} {string.Join(' ', places)}";

    [GeneratedRegex(@"const texts = \{.*?\n  \};", RegexOptions.Singleline)]
    private static partial Regex Texts();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholder();
}
