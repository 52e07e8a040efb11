using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Http.Requests;

/// <summary>The real document in the language that its translation is in.</summary>
public sealed class SpanishSeedTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string GuideEntry = "/v1/faqs/where-can-i-learn-more-about-people-power-or-find-the-resistance-training";

    private static readonly string[] Reads =
    [
        "/v1/faqs",
        GuideEntry,
        "/v1/topics",
        "/v1/topics/freedom-cities",
        "/v1/resources",
        "/v1/resources/redress-policy",
    ];

    [Fact]
    public async Task Questions_AreTheFiveOfTheTranslationUnderTheSameSlugs()
    {
        var (english, spanish) = (await service.Items("/v1/faqs"), await service.Items("/v1/faqs?lang=es&topic=freedom-cities"));

        Assert.Equal(
            [
                "¿Cuál es la diferencia entre las Ciudades de la Libertad y las ciudades santuario?",
                "¿Dónde puedo obtener más información sobre People Power, o encontrar la Guía de acción de la Capacitación para la "
                    + "Resistencia y las 9 políticas modelo para las fuerzas del orden?",
                "¿Dónde puedo acceder a la transmisión en vivo de la asamblea pública de la Capacitación para la Resistencia del 11 de "
                    + "marzo?",
                "¿Hay una oficina local de la ACLU en mi zona?",
                "¿Cómo puedo obtener más información?",
            ],
            spanish.Select(f => f.Text("question")));
        Assert.Equal(english.Select(f => f.Text("slug")), spanish.Select(f => f.Text("slug")));
        Assert.Equal(english.SelectMany(f => f.Referred("contacts")), spanish.SelectMany(f => f.Referred("contacts")));
        Assert.Equal(english.SelectMany(f => f.Referred("resources")), spanish.SelectMany(f => f.Referred("resources")));
    }

    [Fact]
    public async Task Placeholder_IsTheSameResourceAndNoOtherIsMade()
    {
        var faq = await service.Json(GuideEntry + "?lang=es");

        Assert.Equal(
            """{"slug":"freedom-cities-action-guide","kind":"guide","title":"Guía de acción de las Ciudades de la Libertad","url":null,"linkState":"placeholder"}""",
            faq.GetProperty("resources")[1].GetRawText());
        Assert.EndsWith("disponibles aquí: Guía de acción de las Ciudades de la Libertad", faq.Answer("text"), StringComparison.Ordinal);
        Assert.Equal(12, (await service.Items("/v1/resources")).Length);
    }

    [Theory]
    [InlineData("/v1/faqs", 5)]
    [InlineData("/v1/resources", 12)]
    public async Task EveryTranslation_IsDisclosedAsUnreviewedMachineTranslation(string path, int count)
    {
        var items = await service.Items(path + "?lang=es");

        Assert.Equal(count, items.Length);
        Assert.All(items, i => Assert.Equal(
            """{"requested":"es","served":"es","fallback":false,"available":["en","es"],"origin":"machine","status":"current"}""",
            i.GetProperty("language").GetRawText()));
        Assert.All(
            items,
            i => Assert.Equal(
                ("unreviewed", JsonValueKind.Null),
                (i.GetProperty("trust").Text("status"), i.GetProperty("trust").GetProperty("lastReviewedAt").ValueKind)));
        Assert.All(items, i => Assert.Equal(1, i.GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task Topic_IsNamedByTheTranslationsTitle()
    {
        var topic = Assert.Single(await service.Items("/v1/topics?lang=es"));

        Assert.Equal(
            ("freedom-cities", "Ciudades de la Libertad", "machine"),
            (topic.Text("slug"), topic.Text("name"), topic.GetProperty("language").Text("origin")));
    }

    [Fact]
    public async Task Source_IsTheTranslationsOwnDocument()
    {
        var source = (await service.Json(GuideEntry + "?lang=es")).GetProperty("trust").GetProperty("source");

        Assert.Equal("Preguntas frecuentes sobre las Ciudades de la Libertad", source.Text("title"));
        Assert.Equal(Api.Content.ContentHash.Sha256(EmbeddedFiles.Bytes("seed/freedom-cities-faq.es.txt")), source.Text("sha256"));
    }

    [Fact]
    public async Task Contact_WithoutTranslationIsServedAndSaysSo()
    {
        var language = (await service.Json("/v1/contacts/ana-moran?lang=es")).GetProperty("language");

        Assert.Equal(
            """{"requested":"es","served":"en","fallback":true,"available":["en"],"origin":"human","status":"current"}""",
            language.GetRawText());
    }

    [Theory]
    [InlineData("es", null, "es", "es")]
    [InlineData("es-MX", "en", "es-MX", "es")]
    [InlineData(null, "es-MX,es;q=0.9,en;q=0.8", "es-MX", "es")]
    [InlineData(null, "ES-419", "ES-419", "es")]
    [InlineData(null, "en-GB, es;q=0.9", "en-GB", "en")]
    [InlineData(null, "fr;q=1, es;q=0.5, en;q=0.9", "fr", "en")]
    [InlineData("pt", "es", "pt", "en")]
    [InlineData(null, null, null, "en")]
    [InlineData(null, "es;q=1.5", null, "en")]
    [InlineData(null, "es_MX", null, "en")]
    [InlineData(null, "es;;q", null, "en")]
    public async Task EveryRead_NegotiatesAlikeAndDisclosesIt(string? lang, string? header, string? requested, string served)
    {
        foreach (var path in Reads)
        {
            using var response = await service.Get(
                path + (lang is null ? "" : "?lang=" + lang),
                HttpStatusCode.OK,
                header is null ? [] : [("Accept-Language", header)]);
            var body = await Service.ReadJson(response);
            var language = (body.TryGetProperty("items", out var items) ? items[0] : body).GetProperty("language");

            Assert.Equal((requested, served), (language.GetProperty("requested").GetString(), language.Text("served")));
            Assert.Equal(
                requested is not null && !requested.StartsWith(served, StringComparison.OrdinalIgnoreCase),
                language.GetProperty("fallback").GetBoolean());
            Assert.Equal(served, Service.Header(response, "Content-Language"));
            Assert.Equal(lang is null, response.Headers.Vary.Contains("Accept-Language"));
        }
    }

    [Fact]
    public async Task IncludedRecords_AreInTheReadersLanguageAndSayWhichTheyAreIn()
    {
        var faq = await service.Json(GuideEntry + "?lang=es&include=resources,contacts");

        Assert.Equal("Ciudades de la Libertad", faq.GetProperty("topics")[0].Text("name"));
        Assert.All(
            faq.GetProperty("resources").EnumerateArray(),
            r => Assert.Equal(("es", "machine"), (r.GetProperty("language").Text("served"), r.GetProperty("language").Text("origin"))));
        Assert.Equal("Guía de acción de las Ciudades de la Libertad", faq.GetProperty("resources")[1].Text("title"));
    }

    [Fact]
    public async Task NotModified_KeepsWhatTellsCachesApart()
    {
        using var first = await service.Get(GuideEntry, HttpStatusCode.OK, ("Accept-Language", "es"));
        using var english = await service.Get(GuideEntry, HttpStatusCode.OK, ("Accept-Language", "en"));
        using var second = await service.Get(
            GuideEntry,
            HttpStatusCode.NotModified,
            ("Accept-Language", "es"),
            ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.NotEqual(first.Headers.ETag, english.Headers.ETag);
        Assert.Contains("Accept-Language", second.Headers.Vary);
    }

    [Fact]
    public async Task Next_KeepsTheLanguage()
    {
        var page = await service.Json("/v1/faqs?lang=es&limit=3");
        var next = await service.Json(page.Text("next"));

        Assert.Contains("lang=es", page.Text("next"), StringComparison.Ordinal);
        Assert.All(next.GetProperty("items").EnumerateArray(), f => Assert.Equal("es", f.GetProperty("language").Text("served")));
    }
}
