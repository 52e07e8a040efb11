using System.Text.Json;
using System.Text.RegularExpressions;
using FreedomCities.Api.Delivery.Texts;

namespace FreedomCities.Api.Tests.Delivery.Texts;

/// <summary>The sentences for readers: one file per language.</summary>
public sealed partial class ReaderTextsTests
{
    private const string Script = "src/FreedomCities.Api/Delivery/Embed/fc-faq.js";

    public static TheoryData<string> Languages => [.. Files.Select(f => Path.GetFileNameWithoutExtension(f))];

    private static string Folder => Path.Combine(Repository.Root, "src", "FreedomCities.Api", "Delivery", "Texts");

    private static string[] Files => [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Languages))]
    public void Element_HasTheSentencesOfTheFile(string language)
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, Script));
        var texts = ReadLanguage(language);

        Assert.All(
            from section in (string[])["answers", "search", "withdrawal", "element"]
            from text in texts.GetProperty(section).EnumerateObject()
            select text.Value.GetString()!,
            text => Assert.Contains(text, script, StringComparison.Ordinal));
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

    private static IEnumerable<string> Placeholders(JsonElement texts) =>
        from section in texts.EnumerateObject()
        where section.Value.ValueKind == JsonValueKind.Object
        from text in section.Value.EnumerateObject()
        let places = Placeholder().Matches(text.Value.GetString()!).Select(m => m.Value).Order(StringComparer.Ordinal)
        select $"{section.Name}.{text.Name} {string.Join(' ', places)}";

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholder();
}
