using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FreedomCities.Api.OpenApi;
using Microsoft.AspNetCore.WebUtilities;

namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>
/// openapi/ is what consumers read: the document that the service makes, with examples that it really answers.
/// `./dev openapi` (UPDATE_OPENAPI=1) accepts a change; it belongs into openapi/CHANGELOG.md.
/// </summary>
public sealed partial class ContractTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The request of each operation: its path and, of a POST, its body.</summary>
    private static readonly Dictionary<string, string> Recorded = new()
    {
        ["getIndex"] = "/v1",
        ["getPrivacyStatement"] = "/.well-known/privacy.json",
        ["listFaqs"] = "/v1/faqs?slugs=where-can-i-learn-more-about-people-power-or-find-the-resistance-training",
        ["getFaq"] = "/v1/faqs/how-do-i-get-more-information",
        ["listTopics"] = "/v1/topics",
        ["getTopic"] = "/v1/topics/freedom-cities",
        ["listResources"] = "/v1/resources?slugs=resistance-training-town-hall",
        ["getResource"] = "/v1/resources/people-power",
        ["listContacts"] = "/v1/contacts?slugs=aclu-nm-albuquerque",
        ["getContact"] = "/v1/contacts/ana-moran",
        ["getContactHours"] = "/v1/contacts/aclu-nm-albuquerque/hours?at=2026-11-24T17:30:00Z",
        ["locateContacts"] = "/v1/contacts/locate?postalCode=87501&limit=1",
        ["locateContactsPrivately"] = """/v1/contacts/locate {"postalCode":"10001"}""",
        ["search"] = "/v1/search?q=what+is+a+sanctury+city&limit=2",
        ["searchPrivately"] = """/v1/search {"q":"que es una ciudad santuario","types":["faq"],"limit":1,"lang":"es"}""",
        ["listSuggestions"] = "/v1/search/suggestions?q=what+is+the+diff",
        ["getFaqsJsonLd"] = "/v1/faqs.jsonld?slugs=how-do-i-get-more-information",
        ["getContactsGeoJson"] = "/v1/contacts.geojson?slugs=ana-moran",
        ["getContactVCard"] = "/v1/contacts/ana-moran.vcf",
        ["getFaqsAtom"] = "/v1/feeds/faqs.atom?slugs=how-do-i-get-more-information",
        ["getOEmbed"] = "/oembed?url=http://localhost:5000/embed/faqs%3Ftopic%3Dfreedom-cities%26lang%3Den",
        ["listChanges"] = "/v1/changes?types=topic&lang=es&wait=30",
        ["checkFreshness"] =
            """/v1/freshness [{"slug":"how-do-i-get-more-information","language":"en","contentHash":"sha256-06eaea376bdb0667620c20ace3ee3d5d604270725ba5b67ccd431c6de5689409"}]""",
        ["getSnapshot"] = "/v1/snapshot?types=topic&lang=es",
        ["getLiveness"] = "/health/live",
        ["getReadiness"] = "/health/ready",
    };

    [Fact]
    public async Task Examples_AreWhatTheServiceAnswers()
    {
        var answers = new JsonObject();
        foreach (var (operation, request) in Recorded)
        {
            if (request.Split(' ', 2) is [var path, var body])
            {
                answers[operation + ".body"] = JsonNode.Parse(body);
                using var answer = await service.Post(path, body);
                answers[operation] = await Recording(answer);
            }
            else
            {
                using var answer = await service.Get(request);
                answers[operation] = await Recording(answer);
                answers[operation + ".query"] = await QueryThatIsNeeded(request);
            }
        }

        Array.ForEach([.. answers.Where(a => a.Value is null)], a => answers.Remove(a.Key));
        Repository.HasCommitted("openapi/examples.json", answers.ToJsonString(Indented));
    }

    /// <summary>An answer as JSON; one in a format of its own as a string.</summary>
    private static async Task<JsonNode?> Recording(HttpResponseMessage answer)
    {
        var body = Masked(await answer.Content.ReadAsStringAsync());
        return answer.Content.Headers.ContentType!.MediaType is "application/json" or "application/ld+json" or "application/geo+json"
            ? JsonNode.Parse(body)
            : JsonValue.Create(body);
    }

    private async Task<JsonNode?> QueryThatIsNeeded(string request)
    {
        using var bare = await service.Send(HttpMethod.Get, request.Split('?')[0]);
        return bare.StatusCode != HttpStatusCode.BadRequest ? null : new JsonObject(QueryHelpers.ParseQuery(request.Split('?')[1])
            .Select(
                p => KeyValuePair.Create(
                    p.Key,
                    p.Key == "limit" ? int.Parse(p.Value!, CultureInfo.InvariantCulture) : (JsonNode?)p.Value.ToString())));
    }

    [Theory]
    [InlineData("public.v1.json")]
    [InlineData("public.v1.oas30.json")]
    public async Task Document_IsTheCommittedOne(string document) =>
        Repository.HasCommitted("openapi/" + document, JsonSerializer.Serialize(await service.Json("/openapi/" + document), Indented));

    [Fact]
    public async Task TestVectorOfTheContentHash_IsRight()
    {
        var canonical = Encoding.UTF8.GetBytes($"{SwaggerDocs.VectorQuestion}\n\n{SwaggerDocs.VectorAnswer}");
        var description = (await service.Json("/openapi/public.v1.json")).GetProperty("info").GetProperty("description").GetString();

        Assert.Contains($"`sha256-{Convert.ToHexStringLower(SHA256.HashData(canonical))}`", description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("faq", 10)]
    [InlineData("topic", 2)]
    public async Task ContentHash_IsOfWhatIsServed(string type, int count)
    {
        using var snapshot = await service.Get("/v1/snapshot?types=" + type);
        var records = (await snapshot.Content.ReadAsStringAsync()).Split('\n')[..^2]
            .Select(l => JsonElement.Parse(l).GetProperty("record"))
            .ToArray();

        Assert.Equal(count, records.Length);
        Assert.All(records, r => Assert.Equal(
            $"sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(r).Normalize())))}",
            r.GetProperty("contentHash").GetString()));
    }

    private static string Canonical(JsonElement record) => record.TryGetProperty("question", out var question)
        ? $"{question}\n\n{record.GetProperty("answer").GetProperty("markdown")}"
        : $"{record.GetProperty("name")}\n\n{record.GetProperty("description")}";

    /// <summary>What differs from one new database to the next, ids, times and cursors, in its place something that doesn't.</summary>
    private static string Masked(string answer)
    {
        var ids = new Dictionary<string, string>();
        var text = Id().Replace(answer, m =>
            ids.TryGetValue(m.Value, out var id) ? id : ids[m.Value] = $"019ac000-0000-7000-8000-{ids.Count + 1:x12}");
        text = Cursor().Replace(text, "Zm9sbG93LWl0LWFzLWl0LXdhcy1naXZlbg");
        return BasicTime().Replace(Time().Replace(text, "2026-11-22T10:00:00Z"), "20261122T100000Z");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z")]
    private static partial Regex Time();

    [GeneratedRegex("[0-9]{8}T[0-9]{6}Z")]
    private static partial Regex BasicTime();

    [GeneratedRegex("(?<=\"cursor\":\")[^\"]+")]
    private static partial Regex Cursor();
}
