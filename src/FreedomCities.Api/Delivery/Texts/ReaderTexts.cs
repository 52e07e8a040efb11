using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Texts;

/// <summary>The sentences for readers in one language: a JSON file of this folder. The script of fc-faq contains them.</summary>
public sealed record ReaderTexts
{
    private const string Default = "en";

    private static readonly FrozenDictionary<string, ReaderTexts> All =
        EmbeddedFiles.ListNames("texts").Select(Read).ToFrozenDictionary(t => t.Language, StringComparer.OrdinalIgnoreCase);

    public required string Language { get; init; }

    public required AnswerTexts Answers { get; init; }

    public required SearchTexts Search { get; init; }

    /// <summary>Sentences about a withdrawn answer; those for its reason are named as the reason.</summary>
    public required IReadOnlyDictionary<string, string> Withdrawal { get; init; }

    /// <summary>Sentences that only the custom element fc-faq uses.</summary>
    public required IReadOnlyDictionary<string, string> Element { get; init; }

    public required ScriptFreePageTexts Page { get; init; }

    public required LocateTexts Locate { get; init; }

    [JsonIgnore]
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    /// <summary>The texts in a tag's language, without its region; English if there are none.</summary>
    public static ReaderTexts ForLanguage(string tag) => ForLanguages([tag.Split('-')[0]]);

    /// <summary>The texts in the first language that has some, else in English.</summary>
    public static ReaderTexts ForLanguages(IEnumerable<string> languages) => All[languages.FirstOrDefault(All.ContainsKey) ?? Default];

    public string Format(string text, params object?[] values) => string.Format(Culture, text, values);

    public string Format(string text, DateTimeOffset date) => Format(text, FormatDate(date));

    public string Format(string text, DateOnly date) => Format(text, date.ToString(Page.Date, Culture));

    public string FormatDate(DateTimeOffset date) => date.UtcDateTime.ToString(Page.Date, Culture);

    private static ReaderTexts Read(string file) => JsonSerializer.Deserialize<ReaderTexts>(EmbeddedFiles.Bytes(file), Json.Strict)!;
}
