using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;

namespace FreedomCities.Api.Tests.Http;

/// <summary>
/// What a reader sends is in no log and no table: markers in the path, the query, the headers and the body of every route that there is,
/// then looked for.
/// </summary>
public sealed partial class ReadersPrivacyTests(SeededService service) : IClassFixture<SeededService>
{
    // A word, a slug and a language: not all that hold it are refused.
    private const string Marker = "zqmarker";

    private const string TablesSql = """
        select format('%I.%I', schemaname, tablename)
        from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')
        """;

    private static readonly string[] Sent = [Marker, "79936-1234", "31.6912", "-106.3333"];

    private static readonly (string Query, string Body)[] Places =
    [
        ("postalCode=79936-1234", """{"postalCode":"79936-1234"}"""),
        ("lat=31.6912&lon=-106.3333", """{"lat":31.6912,"lon":-106.3333}"""),
    ];

    private static readonly string[] Headers =
    [
        "User-Agent", "Referer", "Origin", "Cookie", "From", "Accept", "Accept-Language", "Authorization", "If-None-Match", "Forwarded", "X-Forwarded-For", "X-Real-IP",
        "baggage", "tracestate", "X-" + Marker,
    ];

    [Fact]
    public async Task WhatReadersSend_IsInNoLogAndNoTable()
    {
        var log = new FileInfo(service.Cluster.LogFile).Length;
        await using var program = ProgramProcess.Serve(data: null, ("ConnectionStrings__FreedomCities", service.Server.App));
        using var http = await program.Http();
        await SendToEveryRoute(http);
        foreach (var (query, body) in Places)
        {
            await Send(http, HttpMethod.Get, "/v1/contacts/locate?" + query);
            await Send(http, HttpMethod.Get, $"/v1/contacts/locate?{query}&{Marker}=1");
            await Send(http, HttpMethod.Post, "/v1/contacts/locate", body);
            await Send(http, HttpMethod.Post, "/v1/contacts/locate", body.Replace("}", $",\"{Marker}\":1}}", StringComparison.Ordinal));
        }

        foreach (var odd in new[] { $"/{Marker}/{new string('x', 9000)}", $"/embed/fc-faq.{Marker}.js", $"/oembed?url=http://localhost:5000/embed/faqs%3Ftopic={Marker}", $"/v1/search?q={Marker}%00", $"/v1/search?q={Marker}{new string('x', 200)}" })
        {
            await Send(http, HttpMethod.Get, odd);
        }

        await program.Stop();

        var written = program.Output + program.Errors + service.Cluster.Logged(log);
        Assert.All(Sent, sent => Assert.DoesNotContain(sent, written, StringComparison.OrdinalIgnoreCase));
        await using var connection = await service.Database.OpenConnectionAsync();
        foreach (var table in await connection.QueryAsync<string>(TablesSql))
        {
            Assert.Equal(0, await connection.ExecuteScalarAsync<long>($"select count(*) from {table} t where exists (select from unnest(@Sent) s where position(s in lower(t::text)) > 0)", new { Sent }));
        }
    }

    [Fact]
    public async Task Answers_SetNoCookie()
    {
        foreach (var route in Routes.All.Select(r => r.Data))
        {
            using var answer = await service.Get(route, HttpStatusCode.OK, ("Cookie", "a=b"));
            Assert.False(answer.Headers.Contains("Set-Cookie"), route);
        }
    }

    /// <summary>Each parameter that any route has to each address, and each word of a body in turn.</summary>
    private async Task SendToEveryRoute(HttpClient http)
    {
        var operations = (await service.Json("/openapi/public.v1.json")).GetProperty("paths");
        var parameters = operations.EnumerateObject().SelectMany(p => p.Value.EnumerateObject())
            .SelectMany(o => o.Value.TryGetProperty("parameters", out var own) ? own.EnumerateArray().Select(p => p.GetProperty("name").GetString()!) : [])
            .Append(Marker).Distinct().ToArray();
        var paths = service.Endpoints.Select(e => "/" + Parameter().Replace(e.RoutePattern.RawText!, Marker).Trim('/')).Concat(Routes.All.Select(r => r.Data)).Distinct().ToArray();
        Assert.Contains($"/v1/contacts/{Marker}.vcf", paths);
        Assert.Contains("updatedSince", parameters);
        foreach (var path in paths)
        {
            await Send(http, HttpMethod.Get, path);
            await Send(http, HttpMethod.Delete, path);
            foreach (var parameter in parameters)
            {
                await Send(http, HttpMethod.Get, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}={Marker}");
            }
        }

        foreach (var (path, methods) in operations.EnumerateObject().Select(p => (p.Name, p.Value)).Where(p => p.Value.TryGetProperty("post", out _)))
        {
            var body = methods.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText();
            var bodies = Words().Matches(body).Select(m => string.Concat(body.AsSpan(0, m.Index), $"\"{Marker}\"", body.AsSpan(m.Index + m.Length)));
            foreach (var given in bodies.Concat([body, Marker, $"\"{Marker}\"", $$"""{"{{Marker}}":1}""", $$"""[{"{{Marker}}":1}]""", $$"""{"q":"{{Marker}}\u0000"}"""]))
            {
                await Send(http, HttpMethod.Post, path, given);
                await Send(http, HttpMethod.Post, $"{path}?{Marker}", given);
                await Send(http, HttpMethod.Post, path, given, "text/" + Marker);
            }
        }
    }

    private static async Task Send(HttpClient http, HttpMethod method, string path, string? body = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
        foreach (var name in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, Marker);
        }

        using var answer = await http.SendAsync(request);
        Assert.True((int)answer.StatusCode is >= 200 and < 500, $"{method} {path}: {answer.StatusCode}");
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"""[^""]*""")]
    private static partial Regex Words();
}
