using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Notifications;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FreedomCities.Api.Tests.Support;

/// <summary>The service on a real socket over a database of its own, as the app role.</summary>
public class Service(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>For a machine that has other work to do, where a deadline isn't what is tested.</summary>
    internal const string Patience = "30";

    private DatabaseServer? _server;
    private WebApplication? _app;
    private bool _isAnother;

    protected virtual string Template => TestCluster.Migrated;

    /// <summary>Whether it can read its content.</summary>
    protected virtual bool GetsReady => true;

    /// <summary>Settings of the service, besides its address.</summary>
    private protected virtual string[] Settings => [];

    /// <summary>The same of one instance.</summary>
    internal string[] MoreSettings { get; init; } = [];

    /// <summary>Whether its client sends Cache-Control: no-cache, since a test reads what it has just written.</summary>
    private protected virtual bool DemandsTheCurrent => true;

    /// <summary>What a fixture puts into its database before the first test.</summary>
    protected virtual Task Fill() => Task.CompletedTask;

    private protected virtual Task<DatabaseServer> OpenDatabase() => cluster.Clone(Template);

    private protected virtual Task CloseDatabase() => cluster.Drop(DatabaseName);

    internal TestCluster Cluster => cluster;

    /// <summary>Follows no redirect, decompresses nothing.</summary>
    public HttpClient Http { get; private set; } = null!;

    internal DatabaseServer Server => _server!;

    internal NpgsqlDataSource Database { get; private set; } = null!;

    internal Given Given { get; private set; } = null!;

    /// <summary>The route table.</summary>
    // The sources themselves build their endpoints anew for each call.
    internal IEnumerable<RouteEndpoint> Endpoints => Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    internal IServiceProvider Services => _app!.Services;

    internal string DatabaseName => new NpgsqlConnectionStringBuilder(Server.Owner).Database!;

    public virtual async ValueTask InitializeAsync()
    {
        _server = await OpenDatabase();
        Database = _server.Connect();
        Given = new Given(Database, Notified);
        await Fill();
        var builder = Program.Builder(
            [
                "--urls",
                "http://127.0.0.1:0",
                "--Logging:LogLevel:Default=Error",
                $"--DeadlineSeconds={Patience}",
                .. Settings,
                .. MoreSettings,
            ]);
        _app = Program.Build(builder, ServiceSettings.Read(builder.Configuration), _server);
        await _app.StartAsync();
        await Eventually.Is(
            () => !GetsReady || _app.Services.GetServices<ReadyCondition>().All(c => c.Holds()),
            "the content has been read");
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
        Http.DefaultRequestHeaders.CacheControl = DemandsTheCurrent ? new() { NoCache = true } : null;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_isAnother)
        {
            return;
        }

        Http.Dispose();
        await _app!.DisposeAsync();
        await Database.DisposeAsync();
        await CloseDatabase();
    }

    /// <summary>Is another service, which ends by itself.</summary>
    private protected void Share(Service other) =>
        (_isAnother, _server, _app, Database, Given, Http) = (true, other._server, other._app, other.Database, other.Given, other.Http);

    /// <summary>Waits until the service has been notified of what is committed, or for the second within which that is promised.</summary>
    internal async Task Notified()
    {
        if (_app?.Services.GetRequiredService<ContentChanges>() is not { IsListening: true } changes)
        {
            return; // it reads everything once it listens
        }

        var before = changes.Version;
        await Database.QueryFirst<int>("select 1 from pg_notify('content', gen_random_uuid()::text)", new { }, CancellationToken.None);
        var clock = Stopwatch.StartNew();
        await Eventually.Is(() => changes.Version > before || clock.Elapsed > TimeSpan.FromSeconds(1), "a notification");
    }

    internal Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request);
    }

    internal async Task<HttpResponseMessage> Post(
        string path,
        string body,
        string? type = "application/json",
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Headers.ExpectContinue = body.Length > 100_000; // a refusal closes the connection under a body that is still being sent
        foreach (var (name, value) in type is null ? headers : [("Content-Type", type), .. headers])
        {
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request);
    }

    /// <summary>Asks for a path, demands the status, and prints the body when it is another.</summary>
    internal async Task<HttpResponseMessage> Get(
        string path,
        HttpStatusCode expected = HttpStatusCode.OK,
        params (string Name, string Value)[] headers)
    {
        var response = await Send(HttpMethod.Get, path, headers);
        Assert.True(
            response.StatusCode == expected,
            $"GET {path}: {(int)response.StatusCode} instead of {(int)expected}\n{await response.Content.ReadAsStringAsync()}");
        return response;
    }

    /// <summary>Waits until each path is answered.</summary>
    internal async Task Answers(params string[] paths)
    {
        foreach (var path in paths)
        {
            await Eventually.Is(async () => (await Send(HttpMethod.Get, path)).IsSuccessStatusCode, path);
        }
    }

    /// <summary>What the socket answers to a request line, which no client has cleaned: head and body as they come.</summary>
    internal async Task<string> Raw(string requestLine)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Http.BaseAddress!.Host, Http.BaseAddress.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{requestLine} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>A header of the answer or of its content, as one line; null: it isn't there.</summary>
    internal static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value.ToString())
            .SingleOrDefault();

    /// <summary>The JSON at a path.</summary>
    internal async Task<JsonElement> Json(
        string path,
        HttpStatusCode expected = HttpStatusCode.OK,
        params (string Name, string Value)[] headers)
    {
        using var response = await Get(path, expected, headers);
        return await ReadJson(response);
    }

    internal static async Task<JsonElement> ReadJson(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync());

    internal async Task<JsonElement[]> Items(string path) => [.. (await Json(path)).GetProperty("items").EnumerateArray()];

    /// <summary>The slugs of a list.</summary>
    internal async Task<string[]> Slugs(string path, params (string Name, string Value)[] headers) =>
        [.. (await Json(path, HttpStatusCode.OK, headers)).GetProperty("items")
            .EnumerateArray()
            .Select(i => i.GetProperty("slug").GetString()!)];

    /// <summary>The slugs of a list, followed by next to its end.</summary>
    internal async Task<List<string>> Walk(string path)
    {
        var slugs = new List<string>();
        for (var next = path; next is not null;)
        {
            var page = await Json(next);
            slugs.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("slug").GetString()!));
            next = page.GetProperty("next").GetString();
        }

        return slugs;
    }

    /// <summary>A problem document: its status, its code, and the parameters that it complains of.</summary>
    internal async Task<JsonElement> Problem(string path, HttpStatusCode expected, string code, params string[] parameters)
    {
        using var response = await Get(path, expected);
        var problem = await ReadJson(response);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        var named = problem.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(e => e.GetProperty("parameter").GetString()!)
            : [];
        Assert.Equal(parameters, named);
        return problem;
    }
}
