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
public sealed partial class ContractTests(SeededService service) : IClassFixture<SeededService>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        ["locateContacts"] = "/v1/contacts/locate?postalCode=87501&limit=1",
        ["locateContactsPrivately"] = """/v1/contacts/locate {"postalCode":"10001"}""",
        ["search"] = "/v1/search?q=what+is+a+sanctury+city&limit=2",
        ["searchPrivately"] = """/v1/search {"q":"que es una ciudad santuario","types":["faq"],"limit":1,"lang":"es"}""",
        ["listSuggestions"] = "/v1/search/suggestions?q=what+is+the+diff",
        ["getFaqsJsonLd"] = "/v1/faqs.jsonld?slugs=how-do-i-get-more-information",
        ["getContactsGeoJson"] = "/v1/contacts.geojson?slugs=ana-moran",
        ["getContactVCard"] = "/v1/contacts/ana-moran.vcf",
        ["getFaqsAtom"] = "/v1/feeds/faqs.atom?slugs=how-do-i-get-more-information",
        ["getOEmbed"] = "/oembed?url=http://localhost:5000/embed/faqs?topic%3Dfreedom-cities%26lang%3Den",
        ["listChanges"] = "/v1/changes?types=topic&lang=es&wait=30",
        ["checkFreshness"] = """/v1/freshness [{"slug":"how-do-i-get-more-information","language":"en","contentHash":"sha256-06eaea376bdb0667620c20ace3ee3d5d604270725ba5b67ccd431c6de5689409"}]""",
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
        return answer.Content.Headers.ContentType!.MediaType is "application/json" or "application/ld+json" or "application/geo+json" ? JsonNode.Parse(body) : JsonValue.Create(body);
    }

    private async Task<JsonNode?> QueryThatIsNeeded(string request)
    {
        using var bare = await service.Send(HttpMethod.Get, request.Split('?')[0]);
        return bare.StatusCode != HttpStatusCode.BadRequest ? null : new JsonObject(QueryHelpers.ParseQuery(request.Split('?')[1])
            .Select(p => KeyValuePair.Create(p.Key, p.Key == "limit" ? int.Parse(p.Value!, CultureInfo.InvariantCulture) : (JsonNode?)p.Value.ToString())));
    }

    [Fact]
    public async Task Document_IsTheCommittedOne() =>
        Repository.HasCommitted("openapi/public.v1.json", JsonSerializer.Serialize(await service.Json("/openapi/public.v1.json"), Indented));

    [Fact]
    public async Task Operations_HaveSummaryExampleAndFailures()
    {
        foreach (var (name, operation) in await Operations())
        {
            Assert.True(operation.GetProperty("summary").GetString()!.Length > 0, name);
            var responses = operation.GetProperty("responses");
            Assert.True(responses.EnumerateObject().Any(r => r.Name[0] == '4'), $"{name} documents no 4xx.");
            Assert.Equal(name.Contains("{slug}", StringComparison.Ordinal), responses.TryGetProperty("308", out _));
            Assert.All(responses.EnumerateObject(), r => Assert.True(r.Value.GetProperty("description").GetString()!.Length > 10, $"{name} {r.Name}"));
            Assert.True(responses.GetProperty("200").GetProperty("content").EnumerateObject().Single().Value.TryGetProperty("example", out _), $"{name} has no example.");
        }
    }

    [Fact]
    public async Task Parameters_AreDescribed()
    {
        foreach (var (name, operation) in await Operations())
        {
            Assert.All(Parameters(operation), p => Assert.True(p.TryGetProperty("description", out _), $"{name} {p}"));
        }
    }

    [Fact]
    public async Task SchemasAndTheirProperties_AreDescribedAndShown()
    {
        foreach (var schema in (await Document()).GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            Assert.True(schema.Value.TryGetProperty("description", out _), schema.Name);
            Assert.True(schema.Value.TryGetProperty("examples", out _), $"{schema.Name} has no example.");
            Assert.All(schema.Value.GetProperty("properties").EnumerateObject(), p => Assert.True(p.Value.TryGetProperty("description", out _), $"{schema.Name}.{p.Name}"));
        }
    }

    [Fact]
    public async Task ParameterExamples_RunTogetherAndAlone()
    {
        await service.Json("/v1/changes?wait=30"); // the feed begins
        foreach (var (path, operation) in (await Operations()).Where(o => !o.Operation.TryGetProperty("requestBody", out _)))
        {
            var parameters = Parameters(operation);
            var route = parameters.Where(p => p.GetProperty("in").GetString() == "path").Aggregate(path, (route, p) =>
                route.Replace($"{{{p.GetProperty("name")}}}", p.GetProperty("example").GetString(), StringComparison.Ordinal));
            var query = parameters
                .Where(p => p.GetProperty("schema").TryGetProperty("examples", out _))
                .ToLookup(p => p.TryGetProperty("required", out _), p => $"{p.GetProperty("name")}={Uri.EscapeDataString(Example(p))}");
            var required = string.Join('&', query[true]);

            foreach (var each in query[false].Append(string.Join('&', query[false])).Select(e => $"{required}&{e}".Trim('&')))
            {
                using var answer = await service.Get($"{route}?{each}");
                Assert.DoesNotMatch("\"(items|mainEntity|features)\":\\[\\]", await answer.Content.ReadAsStringAsync());
            }
        }
    }

    private static string Example(JsonElement parameter) => parameter.GetProperty("schema").GetProperty("examples")[0] is { ValueKind: JsonValueKind.Array } list
        ? string.Join(',', list.EnumerateArray())
        : parameter.GetProperty("schema").GetProperty("examples")[0].ToString();

    [Fact]
    public async Task BodyExamples_RunAndTheirFailuresPointIntoThem()
    {
        foreach (var (path, operation) in (await Operations()).Where(o => o.Operation.TryGetProperty("requestBody", out _)))
        {
            var body = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
            using var answer = await service.Post(path, body.GetProperty("example").GetRawText());

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var responses = operation.GetProperty("responses");
            Assert.All(["400", "413", "415"], status => Assert.True(responses.TryGetProperty(status, out _), $"{path} {status}"));
            Assert.False(responses.TryGetProperty("304", out _));
            Assert.Contains("\"pointer\"", responses.GetProperty("400").GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ProblemSchema_HasEveryMemberOfRealProblems()
    {
        var schema = (await Document()).GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("properties");
        var problem = await service.Json("/v1/faqs?limit=0", HttpStatusCode.BadRequest);

        Assert.All(problem.EnumerateObject(), m => Assert.True(schema.TryGetProperty(m.Name, out _), m.Name));
    }

    [Fact]
    public async Task TestVectorOfTheContentHash_IsRight()
    {
        var canonical = Encoding.UTF8.GetBytes($"{SwaggerDocs.VectorQuestion}\n\n{SwaggerDocs.VectorAnswer}");
        var description = (await Document()).GetProperty("info").GetProperty("description").GetString();

        Assert.Contains($"`sha256-{Convert.ToHexStringLower(SHA256.HashData(canonical))}`", description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("faq", 10)]
    [InlineData("topic", 2)]
    public async Task ContentHash_IsOfWhatIsServed(string type, int count)
    {
        using var snapshot = await service.Get("/v1/snapshot?types=" + type);
        var records = (await snapshot.Content.ReadAsStringAsync()).Split('\n')[..^2].Select(l => JsonElement.Parse(l).GetProperty("record")).ToArray();

        Assert.Equal(count, records.Length);
        Assert.All(records, r => Assert.Equal(
            $"sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(r).Normalize())))}", r.GetProperty("contentHash").GetString()));
    }

    private static string Canonical(JsonElement record) => record.TryGetProperty("question", out var question)
        ? $"{question}\n\n{record.GetProperty("answer").GetProperty("markdown")}"
        : $"{record.GetProperty("name")}\n\n{record.GetProperty("description")}";

    private Task<JsonElement> Document() => service.Json("/openapi/public.v1.json");

    private async Task<IEnumerable<(string Path, JsonElement Operation)>> Operations() =>
        (await Document()).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Value)));

    private static JsonElement[] Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : [];

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
