using System.Text;
using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

public sealed class RefusedTranslationTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    private const string Original = "# Library FAQ\n\n## May I eat here?\n\nNo.\n\n## Who helps me?\n\nAna.";
    private const string Translation = "# Biblioteca\n\n## ¿Puedo comer aquí?\n\nNo.\n\n## ¿Quién me ayuda?\n\nAna.";

    private static readonly ImportOptions Spanish = new() { Language = "es", Translates = "library" };

    [Fact]
    public async Task OtherNumberOfQuestions_IsRefusedWithBothNumbers()
    {
        await Service.Import(Original);

        await Refused(Translation + "\n\n## ¿Y esto?\n\nSí.", Spanish, "has 3 questions, but the topic 'library' has 2 entries");
    }

    [Fact]
    public async Task EntryThatTheDocumentNoLongerHas_IsNamedAmongThoseToTranslate()
    {
        await Service.Import(Original);
        await Service.Import("# Library FAQ\n\n## May I eat here?\n\nNo.\n\n## When do you open on Sundays?\n\nAt ten.");

        await Refused(
            Translation, Spanish,
            $"in this order:{Environment.NewLine}1. may-i-eat-here{Environment.NewLine}2. "
                + $"when-do-you-open-on-sundays{Environment.NewLine}3. who-helps-me");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task LanguageOfTheOriginals_IsRefused(string language)
    {
        await Service.Import(Original, new ImportOptions { Language = language });

        await Refused(
            Translation,
            Spanish with { Language = language },
            $"--language must differ from the original language: 'may-i-eat-here' was written in {language}.");
    }

    [Fact]
    public async Task QuestionsInAnotherOrder_AreRefusedWithWhich()
    {
        await Service.Import(Original);
        await Service.Import(Translation, Spanish);

        await Refused(
            "# Biblioteca\n\n## ¿Quién me ayuda aquí?\n\nAna.\n\n## ¿Puedo comer ahí?\n\nNo.",
            Spanish,
            "\"¿Quién me ayuda aquí?\" is at the position of the entry may-i-eat-here, but resembles the current translation of "
                + "who-helps-me, \"¿Quién me ayuda?\"");
    }

    [Fact]
    public async Task NewQuestionLikeThatOfAnotherEntry_IsImported()
    {
        await Service.Import(Original);
        await Service.Import(Translation, Spanish);
        await Service.Import(Original + "\n\n## Who helps me on Sundays?\n\nEva.");

        var report = await Service.Import(Translation + "\n\n## ¿Quién me ayuda hoy?\n\nEva.", Spanish);

        Assert.Contains("who-helps-me-on-sundays ← ¿Quién me ayuda hoy?", report, StringComparison.Ordinal);
        Assert.Contains("who-helps-me ← ¿Quién me ayuda?", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownTopic_IsRefused() => await Refused(Translation, Spanish, "No topic has the slug 'library'.");

    [Theory]
    [InlineData("library", null)]
    [InlineData(null, "US-NM")]
    public async Task TopicOrJurisdiction_DontGoWithIt(string? topic, string? jurisdiction)
    {
        await Service.Import(Original);

        await Refused(
            Translation,
            Spanish with { Topic = topic, Jurisdiction = jurisdiction },
            "--translates can't be combined with --topic and --jurisdiction");
    }

    [Fact]
    public Task JsonFile_DoesntGoWithIt() =>
        Service.Refuses("aliases.json", "{}"u8.ToArray(), "--translates are only for documents", Spanish);

    private Task Refused(string document, ImportOptions options, string message) =>
        Service.Refuses("document.md", Encoding.UTF8.GetBytes(document), message, options);
}
