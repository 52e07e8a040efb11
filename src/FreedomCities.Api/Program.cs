using System.ComponentModel;
using System.Diagnostics;
using FreedomCities.Api.Commands.Terminal;
using FreedomCities.Api.Commands;
using FreedomCities.Api.Content;
using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Changes;
using FreedomCities.Api.Delivery.Embed;
using FreedomCities.Api.Delivery.Formats;
using FreedomCities.Api.Delivery.Freshness;
using FreedomCities.Api.Delivery.Home;
using FreedomCities.Api.Delivery.Locate;
using FreedomCities.Api.Delivery.Search;
using FreedomCities.Api.Delivery.Snapshots;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using FreedomCities.Api.Http.Responses.Headers;
using FreedomCities.Api.OpenApi;
using FreedomCities.Api.Telemetry;
using Npgsql;

namespace FreedomCities.Api;

internal static class Program
{
    private const int UnexpectedExitCode = 70; // EX_SOFTWARE of sysexits.h

    public static async Task<int> Main(string[] args)
    {
        Globalization.SurviveWithoutIcu();
        using var stop = new StopSignal();
        return await Run(args, Console.Out, Console.Error, stop.Token);
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        (output, errors) = (new TerminalWriter(output), new TerminalWriter(errors));
        try
        {
            Globalization.Ensure();
            return CommandLine.IsCommand(args)
                ? await CommandLine.Run(args, output, errors, stop)
                : await ServeCommand.Run(args, output, errors, stop);
        }
        catch (Exception e) when (IsExpected(e))
        {
            await errors.WriteLineAsync(e is NpgsqlException ? $"The database: {e.Message}" : e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped before it was done.");
            return 1;
        }
        catch (Exception e)
        {
            // A fault of the program. It has no message for operators, but its place helps who mends it.
            var place = new StackTrace(e).GetFrame(0)?.GetMethod()?.Name;
            await errors.WriteLineAsync($"Unexpected: {e.GetType().Name} in {place}: {e.Message.ReplaceLineEndings(" ")}");
            return UnexpectedExitCode;
        }
    }

    /// <summary>Whether a failure has a message for the operator or the editor, instead of a stack trace.</summary>
    private static bool IsExpected(Exception e) => e is
        ConfigurationException or ImportException or LifecycleException
        or NpgsqlException or IOException or UnauthorizedAccessException or Win32Exception;

    /// <summary>The sources of the configuration are the same for the service and the commands.</summary>
    public static WebApplicationBuilder Builder(string[] args)
    {
        try
        {
            return WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw ConfigurationException.Because("The configuration can't be read", e);
        }
    }

    /// <summary>Builds the service for a database.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, ServiceSettings settings, DatabaseServer server)
    {
        builder.WebHost.ConfigureKestrel(kestrel => RequestLimits.Configure(kestrel, settings)).UseSockets(RequestLimits.Configure);
        AddServices(builder, settings, server);
        var app = builder.Build();
        UsePipeline(app, settings);
        MapRoutes(app);
        app.EnsurePathPrefixIsFree();
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, ServiceSettings settings, DatabaseServer server)
    {
        // The validated settings: no other code reads the configuration.
        builder.Services.AddSingleton(settings);

        // Services that every feature uses.
        builder.AddTelemetry(settings);
        builder.Services.AddDatabase(server, settings).AddHttp().AddOpenApi();

        // The content that is served.
        builder.Services.AddContent();

        // Publishing: what is rendered by the service itself.
        builder.Services.AddPublishing();

        // Delivery: how content reaches readers.
        builder.Services.AddSearch().AddLocate().AddChanges(settings).AddSnapshots().AddFreshness().AddFormats().AddEmbed().AddHome();
    }

    /// <summary>Adds the middleware, in the order in which a request passes it.</summary>
    private static void UsePipeline(WebApplication app, ServiceSettings settings)
    {
        var services = app.Services;

        // Correct what a proxy or the host changed about the request, before anything uses it.
        app.UsePathPrefix();
        app.UseTrustedProxies();
        app.Use(RequestTracing.Apply);
        app.Use(HeadRequests.Apply);

        // Find the route: its metadata says what applies to the request.
        app.UseRouting();
        app.Use(CanonicalRequest.Apply);
        app.Use(services.GetRequiredService<Cors>().Apply);

        // Every request counts, a cache hit too.
        app.Use(services.GetRequiredService<RateLimits>().Apply);

        // A cache hit is sent at once.
        app.Use(services.GetRequiredService<ResponseCache>().Apply);

        // Every other response is sent from here, after what follows has rendered it.
        app.Use(RequestTracing.Begin);
        app.Use(services.GetRequiredService<ResponseWriter>().Apply);

        // Any failure below becomes a problem document.
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(RequestTimeout.After(settings.RequestTimeout));
        app.Use(RequestLimits.Apply);

        // Render the response once, and cache it.
        app.Use(services.GetRequiredService<CollapsedRenders>().Apply);
        app.UseWhen(Streamed.Applies, streams => streams.UseResponseCompression());
    }

    private static void MapRoutes(WebApplication app)
    {
        var routes = app.MapGroup("");
        ((IEndpointConventionBuilder)routes).Finally(CanonicalRequest.Describe);

        // Health checks and problem pages must work when the service is overloaded: no concurrency limit.
        routes.MapProblems();
        routes.MapHealth();

        // Pages outside the versioned API.
        var limited = routes.MapGroup("").AddEndpointFilter(app.Services.GetRequiredService<ConcurrencyLimit>().Apply);
        limited.MapHome();
        limited.MapEmbed();
        limited.MapOpenApi();

        // The API: every response links to the licence and the contact of the content.
        var v1 = limited.MapGroup("/v1").CrossOrigin().AddEndpointFilter(app.Services.GetRequiredService<ContentTerms>().AddLinks);
        v1.MapContent();
        v1.MapLocate();
        v1.MapSearch();
        v1.MapChanges();
        v1.MapSnapshots();
        v1.MapFreshness();
        v1.MapFormats();
    }
}
