using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>The document describes and shows everything, and what it shows runs.</summary>
public sealed class DescriptionTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    [Fact]
    public async Task Operations_HaveSummaryExampleAndFailures()
    {
        foreach (var (name, operation) in await Operations())
        {
            Assert.True(operation.GetProperty("summary").GetString()!.Length > 0, name);
            var responses = operation.GetProperty("responses");
            Assert.True(responses.EnumerateObject().Any(r => r.Name[0] == '4'), $"{name} documents no 4xx.");
            Assert.Equal(name.Contains("{slug}", StringComparison.Ordinal), responses.TryGetProperty("308", out _));
            Assert.All(
                responses.EnumerateObject().Where(r => r.Name != "default"),
                r => Assert.True(r.Value.GetProperty("description").GetString()!.Length > 10, $"{name} {r.Name}"));
            Assert.True(
                responses.GetProperty("200").GetProperty("content").EnumerateObject().Single().Value.TryGetProperty("example", out _),
                $"{name} has no example.");
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
            // named values have none
            var members = schema.Value.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToArray() : [];
            Assert.All(members, p => Assert.True(p.Value.TryGetProperty("description", out _), $"{schema.Name}.{p.Name}"));
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
                .Where(p => p.GetProperty("in").GetString() == "query" && Example(p) is not null)
                .ToLookup(p => p.TryGetProperty("example", out _), p => $"{p.GetProperty("name")}={Uri.EscapeDataString(Example(p)!)}");
            var filledIn = string.Join('&', query[true]);

            foreach (var each in query[false].Append(string.Join('&', query[false])).Select(e => $"{filledIn}&{e}".Trim('&')))
            {
                using var answer = await service.Get($"{route}?{each}");
                Assert.DoesNotMatch("\"(items|mainEntity|features)\":\\[\\]", await answer.Content.ReadAsStringAsync());
            }
        }
    }

    /// <summary>What Swagger UI fills in or offers as text; null: nothing.</summary>
    private static string? Example(JsonElement parameter)
    {
        var offered = parameter.TryGetProperty("examples", out var menu) ? menu.GetProperty("example").GetProperty("value") : default;
        var value = parameter.TryGetProperty("example", out var filledIn) ? filledIn : offered;
        return value.ValueKind switch
        {
            JsonValueKind.Undefined => null,
            JsonValueKind.Array => string.Join(',', value.EnumerateArray()),
            _ => value.ToString(),
        };
    }

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
    public async Task ErrorExamples_AreWhatTheServiceAnswers()
    {
        foreach (var (path, operation) in await Operations())
        {
            var example = operation.GetProperty("responses").GetProperty("400").GetProperty("content").GetProperty("application/problem+json")
                .GetProperty("example").GetProperty("errors")[0];
            using var answer = await Fail(path, example);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var errors = (await Service.ReadJson(answer)).GetProperty("errors").EnumerateArray();
            Assert.Contains(errors, e => JsonElement.DeepEquals(e, example));
        }
    }

    /// <summary>Sends a request that has the error of an example.</summary>
    private Task<HttpResponseMessage> Fail(string path, JsonElement error)
    {
        if (error.TryGetProperty("pointer", out var pointer))
        {
            return service.Post(path, pointer.GetString() == "/0/slug" ? """[{"slug":"A"}]""" : """{"limit":"x"}""");
        }

        var given = $"{error.GetProperty("parameter")}=x";
        return service.Send(HttpMethod.Get, $"{path}?{given}{(error.Text("detail").Contains("once", StringComparison.Ordinal) ? "&" + given : "")}");
    }

    [Fact]
    public async Task ProblemSchema_HasEveryMemberOfRealProblems()
    {
        var schema = (await Document()).GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("properties");
        var problem = await service.Json("/v1/faqs?limit=0", HttpStatusCode.BadRequest);

        Assert.All(problem.EnumerateObject(), m => Assert.True(schema.TryGetProperty(m.Name, out _), m.Name));
    }

    private Task<JsonElement> Document() => service.Json("/openapi/public.v1.json");

    private async Task<IEnumerable<(string Path, JsonElement Operation)>> Operations() =>
        (await Document()).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Value)));

    private static JsonElement[] Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : [];
}
