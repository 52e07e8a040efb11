using System.Text.Json;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Tests.Http.Requests.Values;

/// <summary>The values that a client gives as one text: what the code accepts is what the document says.</summary>
public sealed class ValuesTests
{
    private const string Hash = "sha256-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    // Each has a digit, letter or end that some other notion of them includes.
    private static readonly string[] Hostile =
    [
        "", " ", "\0", "a\0", "NM\0", "87102\0", "\ud800", "a\udc00", "\ufffe", "NM\n", "a\n", "en\n", "87102\n", "35013\r\n",
        $"{Hash}\n",
        "٨٧١٠٢", "８７１０２", "ＮＭ", "ａ", "é", "ﬁ", "K", "ſ", "a b", " a", "a ", "\u200ba",
        "<script>", "'; drop table record; --",
        new string('a', 1_000_000), new string('-', 1_000_000), new string('1', 1_000_000), string.Concat(Enumerable.Repeat("a-", 500_000)),
    ];

    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.Ordinal)
    {
        ["slug"] = Kind.From<Slug>(
            ["a", "a-b", "0", "a1-2b", new string('a', 80)],
            ["A", "a--b", "-a", "a-", "a_b", "a.b", new string('a', 81)]),
        ["language tag"] = Kind.From<LanguageTag>(
            ["en", "es-MX", "zh-Hant-TW", "EN", "abcdefgh", "en-a2345678"],
            ["e", "en_US", "en-", "-en", "*", "englishtongue", "e1", "en-123456789",
            "en" + string.Concat(Enumerable.Repeat("-a2345678", 4))]),
        ["jurisdiction"] = Kind.From<Jurisdiction>(["US", "US-NM", "GB-ENG", "FR-1"], ["us", "us-nm", "US-", "US-ABCD", "U", "USA"]),
        ["state"] = Kind.From<StateCode>(["NM", "ZZ"], ["nm", "N", "NMX", "N1"]),
        ["county"] = Kind.From<CountyCode>(["35013", "00000"], ["3501", "350133", "3501a"]),
        ["postal code"] = Kind.From<PostalCode>(["87102", "87102-1234"], ["8710", "87102-", "87102-12", "871021234"]),
        ["city"] = Kind.From<CityName>(
            ["Albuquerque", "Doña Ana", new string('é', 100)], ["", " ", new string('é', 101)], isText: true),
        ["content hash"] = Kind.From<ContentHash>([Hash], [Hash.ToUpperInvariant(), Hash[..^1], Hash + "0", Hash[7..]]),
        ["contact kind"] = Kind.From<Choice<Vocabulary.ContactKinds>>(["office", "person"], ["Office", "offices", "office,person"]),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Value_IsAcceptedUpToItsBounds(string name)
    {
        Assert.All(Kinds[name].Right, text => Assert.Null(Kinds[name].Parse(text).Fault));
        Assert.All(Kinds[name].Wrong, text => Assert.StartsWith("Must be ", Kinds[name].Parse(text).Fault, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Schema_AcceptsWhatTheCodeDoes(string name)
    {
        var kind = Kinds[name];
        string[] texts = [.. kind.Right, .. kind.Wrong, .. Hostile];
        var schema = await kind.Schema.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        var cases = texts.Select(text => $$"""{"schema":{{schema}},"text":"{{Escaped(text)}}"}""");

        var verdicts = await Programs.Node("Http/Requests/Values/pattern.mjs", $"[{string.Join(',', cases)}]");

        Assert.Equal(
            texts.Select(t => (t, kind.Parse(t).Fault is null)),
            texts.Zip(JsonSerializer.Deserialize<bool[]>(verdicts)!));
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02t03:04:05z", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05.1234567+02:00", "2026-01-02T01:04:05.1234567+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    public void Instant_IsATimeInUtc(string given, string time) => Assert.Equal(time, new Instant(given).Time.ToString("O"));

    [Theory]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-02T03:04:05")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-01-02T25:00:00Z")]
    [InlineData("2026-01-02T03:04:05.12345678Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("2026-01-02T03:04:05Z\n")]
    [InlineData("٢٠٢٦-01-02T03:04:05Z")]
    public void Instant_IsRefused(string given)
    {
        Assert.NotNull(new Instant(given).Fault);
        Assert.All(Hostile, text => Assert.NotNull(new Instant(text).Fault));
    }

    [Theory]
    [InlineData("https://example.org/a?b#c", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("ftp://example.org", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/embed/faqs", false)]
    [InlineData("", false)]
    public void WebAddress_IsAbsolute(string given, bool isRight) => Assert.Equal(isRight, new WebAddress(given).Fault is null);

    [Fact]
    public void ValueWithAFault_HasNoText()
    {
        Assert.Throws<InvalidOperationException>(() => new Slug("A").Text);
        Assert.Throws<InvalidOperationException>(() => new Instant("x").Time);
        Assert.Throws<InvalidOperationException>(() => new SlugList(["A"]).Items);
    }

    [Theory]
    [InlineData("a", null)]
    [InlineData("a,b,a", null)]
    [InlineData("", "Must be 1 to 100 slugs, separated by commas.")]
    [InlineData("a,", "Must be 1 to 100 slugs, separated by commas.")]
    [InlineData("a, b", "Must be 1 to 100 slugs, separated by commas.")]
    [InlineData("a\0", "Must be 1 to 100 slugs, separated by commas.")]
    public void SlugList_IsOfSlugs(string given, string? fault) => Assert.Equal(fault, SlugList.Parse(given, provider: null).Fault);

    [Fact]
    public void SlugList_HasAtMost100()
    {
        Assert.Null(new SlugList([.. Enumerable.Repeat("a", 100)]).Fault);
        Assert.NotNull(new SlugList([.. Enumerable.Repeat("a", 101)]).Fault);
        Assert.Equal((1, 100), (SlugList.CreateSchema().MinItems, SlugList.CreateSchema().MaxItems));
    }

    [Theory]
    [InlineData("faq", null)]
    [InlineData("topic,faq", null)]
    [InlineData("faq,faq", "Must be one or more of: faq, topic, resource, contact, without duplicates.")]
    [InlineData("faq,", "Must be one or more of: faq, topic, resource, contact, without duplicates.")]
    [InlineData("FAQ", "Must be one or more of: faq, topic, resource, contact, without duplicates.")]
    [InlineData("", "Must be one or more of: faq, topic, resource, contact, without duplicates.")]
    public void ChoiceList_IsOfWordsEachOnce(string given, string? fault) =>
        Assert.Equal(fault, ChoiceList<Vocabulary.RecordTypes>.Parse(given, provider: null).Fault);

    // Halves of surrogates too, which a serialiser would replace.
    private static string Escaped(string text) =>
        text.Length > 1000 ? text : string.Concat(text.Select(c => $"\\u{(int)c:x4}"));

    private sealed record Kind(Func<string, IRequestValue> Parse, OpenApiSchema Schema, string[] Right, string[] Wrong)
    {
        public static Kind From<T>(string[] right, string[] wrong, bool isText = false)
            where T : ITextValue<T> =>
            new(text => T.From(text), T.CreateSchema(), right, isText ? wrong : [.. wrong, .. Hostile.Except(right)]);
    }
}
