using System.Net;
using System.Text.Json;
using FreedomCities.Api.Database;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace FreedomCities.Api.Tests;

/// <summary>The service on a real socket over a database of its own, as the app role.</summary>
public class Service(TestCluster cluster) : IAsyncLifetime
{
    private DatabaseServer? _server;
    private WebApplication? _app;

    protected virtual string Template => "migrated";

    internal TestCluster Cluster => cluster;

    /// <summary>Follows no redirect, decompresses nothing.</summary>
    public HttpClient Http { get; private set; } = null!;

    internal DatabaseServer Server => _server!;

    internal NpgsqlDataSource Database { get; private set; } = null!;

    internal Given Given { get; private set; } = null!;

    internal string DatabaseName => new NpgsqlConnectionStringBuilder(Server.Owner).Database!;

    public async ValueTask InitializeAsync()
    {
        _server = await cluster.Clone(Template);
        Database = _server.Connect();
        Given = new Given(Database);
        _app = Program.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"], _server);
        await _app.StartAsync();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app!.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Asks for a path, demands the status, and prints the body when it is another.</summary>
    internal async Task<HttpResponseMessage> Get(string path, HttpStatusCode expected = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await Http.SendAsync(request);
        Assert.True(response.StatusCode == expected, $"GET {path}: {(int)response.StatusCode} instead of {(int)expected}\n{await response.Content.ReadAsStringAsync()}");
        return response;
    }

    /// <summary>The JSON at a path.</summary>
    internal async Task<JsonElement> Json(string path, HttpStatusCode expected = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        using var response = await Get(path, expected, headers);
        return await ReadJson(response);
    }

    internal static async Task<JsonElement> ReadJson(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync());

    /// <summary>The slugs of a list.</summary>
    internal async Task<string[]> Slugs(string path, params (string Name, string Value)[] headers) =>
        [.. (await Json(path, HttpStatusCode.OK, headers)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("slug").GetString()!)];

    /// <summary>A problem document: its status, its code, and the parameters that it complains of.</summary>
    internal async Task<JsonElement> Problem(string path, HttpStatusCode expected, string code, params string[] parameters)
    {
        using var response = await Get(path, expected);
        var problem = await ReadJson(response);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        var named = problem.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(e => e.GetProperty("parameter").GetString()!) : [];
        Assert.Equal(parameters, named);
        return problem;
    }
}

/// <summary>The service over the real document.</summary>
public sealed class SeededService(TestCluster cluster) : Service(cluster)
{
    protected override string Template => "seeded";
}
