using System.Net;
using System.Text;
using Dapper;

namespace FreedomCities.Api.Tests.Http;

/// <summary>What a reader sends is in no log and no table: markers in headers, query and path, then looked for.</summary>
public sealed class ReadersPrivacyTests(TestCluster cluster)
{
    private const string Marker = "zq7marker";

    private static readonly (string Query, string Body)[] Places =
    [
        ("postalCode=79936-1234", """{"postalCode":"79936-1234"}"""),
        ("county=48141", """{"county":"48141"}"""),
        ("lat=31.6912&lon=-106.3333", """{"lat":31.6912,"lon":-106.3333}"""),
        ($"state={Marker}", $$"""{"state":"{{Marker}}"}"""),
    ];

    private const string TablesSql = "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'";

    [Fact]
    public async Task WhatReadersSend_IsInNoLogAndNoTable()
    {
        var server = await cluster.Clone("seeded");
        await using var database = server.Connect();
        var log = new FileInfo(cluster.LogFile).Length;
        await using var program = ProgramProcess.Serve(data: null, ("ConnectionStrings__FreedomCities", database.ConnectionString));
        using var http = await program.Http();
        foreach (var route in Routes.All.Select(r => r.Data))
        {
            await Send(http, route);
            await Send(http, $"{route}{(route.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Marker}=1");
        }

        await Send(http, $"/v1/faqs?topic={Marker}&city={Marker}", HttpMethod.Post);
        await Send(http, $"/v1/contacts?city={Marker}&lang={Marker}");
        await Send(http, $"/v1/faqs/{Marker}?lang={Marker}");
        foreach (var place in Places)
        {
            await Send(http, $"/v1/contacts/locate?{place.Query}&lang=en");
            await Send(http, $"/v1/contacts/locate?{place.Query}&{Marker}=1");
            await Send(http, $"/v1/contacts/locate?{Marker}", HttpMethod.Post, place.Body);
            await Send(http, "/v1/contacts/locate", HttpMethod.Post, place.Body);
            await Send(http, "/v1/contacts/locate", HttpMethod.Post, place.Body.Replace("}", $",\"{Marker}\":1}}", StringComparison.Ordinal));
        }

        await Send(http, $"/{Marker}/{new string('x', 9000)}");
        await SendSearches(http);
        await SendCopies(http);
        await program.Stop();

        var written = program.Output + program.Errors + cluster.Logged(log);
        Assert.All([Marker, "79936-1234", "31.6912", "-106.33"], sent => Assert.DoesNotContain(sent, written, StringComparison.OrdinalIgnoreCase));
        await using var connection = await database.OpenConnectionAsync();
        foreach (var table in await connection.QueryAsync<string>(TablesSql))
        {
            Assert.Equal(0, await connection.ExecuteScalarAsync<long>($"select count(*) from {table} t where t::text ilike '%{Marker}%'"));
        }
    }

    [Fact]
    public async Task Answers_SetNoCookie()
    {
        await using var service = new SeededService(cluster);
        await service.InitializeAsync();
        foreach (var route in Routes.All.Select(r => r.Data))
        {
            using var answer = await service.Get(route, HttpStatusCode.OK, ("Cookie", "a=b"));
            Assert.False(answer.Headers.Contains("Set-Cookie"), route);
        }
    }

    private static async Task SendSearches(HttpClient http)
    {
        foreach (var query in new[] { $"q={Marker}", $"q={Marker}{new string('x', 200)}", $"q=a&topic={Marker}", $"q=a%00{Marker}" })
        {
            await Send(http, $"/v1/search?{query}");
            await Send(http, $"/v1/search/suggestions?{query}");
        }

        foreach (var body in new[] { $$"""{"q":"{{Marker}}"}""", $$"""{"{{Marker}}":1}""", $$"""{"q":"a","topic":"{{Marker}}"}""", $$"""{"q":"{{Marker}}\u0000"}""", Marker })
        {
            await Send(http, "/v1/search", HttpMethod.Post, body);
        }
    }

    private static async Task SendCopies(HttpClient http)
    {
        foreach (var path in new[] { $"/embed/faqs?topic={Marker}", $"/oembed?url=http://localhost:5000/embed/faqs%3Ftopic={Marker}", $"/v1/changes?since={Marker}", $"/v1/snapshot?types={Marker}" })
        {
            await Send(http, path);
        }

        await Send(http, $"/v1/freshness?{Marker}=1", HttpMethod.Post, "[]");
        foreach (var hash in new[] { $"sha256-{new string('0', 64)}", Marker })
        {
            await Send(http, "/v1/freshness", HttpMethod.Post, $$"""[{"slug":"{{Marker}}","language":"en","contentHash":"{{hash}}"}]""");
        }
    }

    private static async Task Send(HttpClient http, string path, HttpMethod? method = null, string? json = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var name in new[] { "User-Agent", "Referer", "Cookie", "Accept-Language", "X-Forwarded-For", "Authorization", "If-None-Match", "X-" + Marker })
        {
            request.Headers.TryAddWithoutValidation(name, Marker);
        }

        using var answer = await http.SendAsync(request);
        Assert.InRange((int)answer.StatusCode, 200, 499);
    }
}
