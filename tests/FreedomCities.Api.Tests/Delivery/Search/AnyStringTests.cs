using System.Net;
using System.Text;
using System.Text.Json;
using FreedomCities.Api.Delivery.Search.Indexing;
using FreedomCities.Api.Delivery.Search;
using FreedomCities.Api.Http.Requests;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>Whatever a person can type is harmless: made by FsCheck, which also finds the shortest that isn't.</summary>
public sealed class AnyStringTests(AnyStringTests.Texts service) : IClassFixture<AnyStringTests.Texts>
{
    private const int Strings = 10_000;
    private const int StringsPerRequest = 30; // and then three requests
    private const int StringsPerModel = 50;
    private const int MaxTarget = 8_000; // longer URLs are refused as such

    private static readonly string[] Pieces =
    [
        .. "'\"`&|!():*<->%_\\;,.?$@#{}[]/=+^~0123456789".Select(c => c.ToString()),
        " ", "\t", "\n", "\r", "\u00a0", "\u2003", "\u3000", "\u0085", "\u2028", "\0", "\u0001", "\u001b", "\u007f", "\ufffe", "\uffff",
        "\ufeff", "\ufdd0",
        "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202e", "\u2066", "\u2069", "\u200b", "\u200c", "\u200d", "\u00ad", "\ufe0f",
        "\u0301", "\u0308", "\u0327", "\u0489", "\u20e3", "\u064e", "\u05b8", "\u093f", "\u094d", "\u3099", "\u0345", "\u0958", "\u1100",
        "\u1161", "\ufb03", "\ufdfa", "\u0130", "\u0131", "ß", "ẞ", "ſ", "K", "Ⅷ", "½", "²",
        "😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇺🇸", "𝔴", "\U00020000", "\U000e0041", "\U0010ffff", "\ud800", "\udc00",
        "庇", "城市", "カ", "ｶ", "한", "ท", "ကျ", "ខ", "حق", "זכות", "पु", "право", "ñ", "é", "ü", "Ø", "’", "'s", "a'", "i",
        "warrant", "warant", "sanctuary", "ciudad", "información", "the", "<b>", "</script>", "&amp;", "' or 1=1 --", "{{7*7}}", "${x}",
        "%s", "\\u0000",
    ];

    /// <summary>Some pieces, seldom beyond the bounds; and what FsCheck itself thinks of.</summary>
    private static readonly Gen<string> AnyString = Gen.Frequency(
        (6, Joined(1, 12)),
        (2, Joined(1, 60)),
        (1, from piece in Gen.Elements(Pieces) from times in Gen.Choose(1, 501) select string.Concat(Enumerable.Repeat(piece, times))),
        (2, Gen.Choose(0, char.MaxValue).Select(c => (char)c).ArrayOf().Select(c => new string(c))));

    private readonly SearchValidator _validator = new();
    private readonly SuggestionsValidator _suggestionsValidator = new();
    private readonly Languages _languages = Languages.Negotiate(new DefaultHttpContext { RequestServices = service.Services }, lang: null);
    private readonly JsonSerializerOptions _json = service.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    [Fact]
    public async Task AnyString_IsAnsweredOrRefused()
    {
        var log = new FileInfo(service.Cluster.LogFile).Length;
        var asked = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Strings), Prop.ForAll(Arb.From(AnyString, Shorter), text => Answers(text, ++asked)));

        Assert.InRange(asked, Strings, int.MaxValue);
        Assert.DoesNotContain($"{service.DatabaseName}: ", service.Cluster.Logged(log), StringComparison.Ordinal);
        await service.Json("/health/ready");
    }

    private async Task Answers(string text, int number)
    {
        await AnswersInProcess(text, number % StringsPerModel == 0 ? "en" : null);
        if (number % StringsPerRequest == 0)
        {
            await AnswersRequests(text);
        }
    }

    /// <summary>What the endpoints do, without HTTP: normalise, validate, search, suggest, serialise.</summary>
    private async Task AnswersInProcess(string text, string? language)
    {
        var q = string.Concat(text.EnumerateRunes()); // as in a URL, without halves of surrogates
        if (!Api.Http.Requests.InputText.IsText(q))
        {
            return;
        }

        q = q.Normalize();
        var request = new SearchRequest(new(q), Limit: 50, Lang: language is null ? null : new(language));
        var isValid = _validator.Validate(request).IsValid;
        Assert.Equal(isValid, _suggestionsValidator.Validate(new SuggestionsRequest(new(q))).IsValid);
        if (isValid)
        {
            var index = service.Services.GetRequiredService<SearchIndexUpdater>().Index!;
            Suggester.Suggest(index, q, _languages);
            var search = service.Services.GetRequiredService<SearchService>();
            HasSoundSnippets(JsonSerializer.SerializeToElement(
                await search.Search(request, _languages, TestContext.Current.CancellationToken), _json));
        }
    }

    private async Task AnswersRequests(string text)
    {
        // Every character is escaped, so that halves of surrogates reach the service too.
        using var post = await service.Ask($$"""{"q":"{{string.Concat(text.Select(c => $"\\u{(int)c:x4}"))}}","limit":50}""");
        await IsSound(post);
        if (SearchClient.Path(text).Length < MaxTarget)
        {
            using var get = await service.Send(HttpMethod.Get, SearchClient.Path(text));
            await IsSound(get);
            using var suggestions = await service.Send(HttpMethod.Get, "/v1/search/suggestions?q=" + Uri.EscapeDataString(text));
            await IsSound(suggestions);
        }
    }

    private static async Task IsSound(HttpResponseMessage response)
    {
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        if (response.StatusCode == HttpStatusCode.OK)
        {
            HasSoundSnippets(answer);
        }
        else
        {
            Assert.Equal((HttpStatusCode.BadRequest, "invalid-request"), (response.StatusCode, answer.Text("code")));
        }
    }

    private static void HasSoundSnippets(JsonElement answer) =>
        Assert.All(answer.GetProperty("items").EnumerateArray().Where(i => i.TryGetProperty("snippet", out _)), i => i.Highlighted());

    private static Gen<string> Joined(int least, int most) =>
        from count in Gen.Choose(least, most)
        from pieces in Gen.Elements(Pieces).ArrayOf(count)
        select string.Concat(pieces);

    private static IEnumerable<string> Shorter(string text) =>
        Enumerable.Range(0, text.Length)
            .Select(i => text.Remove(i, 1))
            .Prepend(text[..(text.Length / 2)])
            .Where(t => t.Length < text.Length);

    /// <summary>The real document, and entries in the same odd characters.</summary>
    public sealed class Texts(TestCluster cluster) : Service(cluster)
    {
        // A thousand searches in a few seconds.
        private protected override string[] Settings => [$"--RateLimits:Search:Requests={Load.Flood}"];

        protected override string Template => TestCluster.Seeded;

        protected override async Task Fill()
        {
            var odd = Pieces.Where(p => Api.Http.Requests.InputText.IsText(p) && !p.EnumerateRunes().Contains(Rune.ReplacementChar))
                .ToArray();
            await Given.Faq(
                "odd",
                question: "Odd? " + string.Join(' ', odd.TakeLast(60)),
                answer: string.Join(' ', odd.Concat(odd).Concat(odd)));
            await Given.Faq("chinese", language: "zh", question: "什么是庇护城市？", answer: string.Concat(Enumerable.Repeat("庇护城市不询问移民身份。", 60)));
            await Given.Faq(
                "arabic",
                language: "ar",
                question: "ما هي حقوقي؟",
                answer: string.Concat(Enumerable.Repeat("\u202bحُقُوقِي عند الباب\u202c ", 40)));
        }
    }
}
