using System.ComponentModel;
using FreedomCities.Api.Commands;
using FreedomCities.Api.Content;
using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery;
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
using FreedomCities.Api.OpenApi;
using FreedomCities.Api.Telemetry;
using Npgsql;

namespace FreedomCities.Api;

internal static class Program
{
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
                : await ServeCommand.Run(args, output, stop);
        }
        catch (Exception e) when (e is ConfigurationException or ImportException or LifecycleException or NpgsqlException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            await errors.WriteLineAsync(e is NpgsqlException ? $"The database: {e.Message}" : e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped before it was done.");
            return 1;
        }
    }

    /// <summary>Where the configuration comes from: the same for the service and the commands.</summary>
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

    /// <summary>The service over a database: its services, its pipeline in the order of a request, its routes.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, DatabaseServer server)
    {
        builder.WebHost.ConfigureKestrel((context, kestrel) => RequestLimits.Configure(kestrel, context.Configuration)).UseSockets(RequestLimits.Configure);
        builder.AddTelemetry();
        var configuration = builder.Configuration;
        builder.Services.AddDatabase(server, configuration).AddHttp(configuration).AddContent().AddDelivery(configuration);
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        builder.Services.ConfigureHttpJsonOptions(o => Json.Configure(o.SerializerOptions)).AddSwaggerDocs();

        var app = builder.Build();
        UsePipeline(app);
        MapRoutes(app);
        app.EnsurePathPrefixIsFree();
        return app;
    }

    /// <summary>In the order of a request. A hit of the cache ends in <see cref="ResponseCache"/>.</summary>
    private static void UsePipeline(WebApplication app)
    {
        var services = app.Services;
        app.UsePathPrefix();
        app.UseTrustedProxies(); // before all that counts clients
        app.Use(RequestTracing.Apply);
        app.Use(HeadRequests.Apply);
        app.UseRouting(); // all that follows asks the route's metadata what applies to it
        app.Use(CanonicalRequest.Apply);
        app.Use(services.GetRequiredService<Cors>().Apply);
        app.Use(services.GetRequiredService<RateLimits>().Apply);
        app.Use(services.GetRequiredService<ResponseCache>().Apply);
        app.Use(RequestTracing.Begin);
        app.Use(services.GetRequiredService<ResponseWriter>().Apply); // on the way out, the last: sends what the others made
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(RequestTimeout.After(app.Configuration.RequestTimeout()));
        app.Use(RequestLimits.Apply);
        app.Use(services.GetRequiredService<CollapsedRenders>().Apply);
        app.UseWhen(Streamed.Applies, streams => streams.UseResponseCompression());
    }

    private static void MapRoutes(WebApplication app)
    {
        var routes = app.MapGroup("");
        ((IEndpointConventionBuilder)routes).Finally(CanonicalRequest.Describe);
        routes.MapProblems();
        routes.MapHealth();
        var limited = routes.MapGroup("").AddEndpointFilter(app.Services.GetRequiredService<ConcurrencyLimit>().Apply);
        limited.MapPages();
        limited.MapSwaggerDocs();
        var v1 = limited.MapGroup("/v1").CrossOrigin().AddEndpointFilter(app.Services.GetRequiredService<ContentTerms>().AddLinks);
        v1.MapContent();
        v1.MapDelivery();
    }
}
