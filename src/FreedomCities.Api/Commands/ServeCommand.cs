using System.Net.Sockets;
using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Embedded;
using FreedomCities.Api.Http;
using FreedomCities.Api.Telemetry;
using Npgsql;

namespace FreedomCities.Api.Commands;

/// <summary>Runs without a command word: starts the database and the service, and waits for the stop signal.</summary>
internal static class ServeCommand
{
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        KnownSettings.RefuseOtherOptions(args);
        var builder = Program.Builder(args);
        KnownSettings.RefuseOthers(builder.Configuration);
        SettingValues.Check(builder.Configuration);
        await using var server = await DatabaseServer.Open(builder.Configuration, errors, ct);
        await using var app = Build(builder, server);
        await Bootstrap.Prepare(server, app.Services.GetRequiredKeyedService<NpgsqlDataSource>(DatabaseModule.Background), ct);
        await Listen(app, ct);
        if (app.Environment.IsDevelopment())
        {
            StartupBanner.Print(output, app.Urls.First()); // in other environments the log has the address
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watch = server.KeepRunning(app.Services.GetRequiredService<ILogger<EmbeddedPostgres>>(), end.Token);
        await app.Services.GetRequiredService<Shutdown>().Await(app, ct);
        await end.CancelAsync();
        await watch;
        return 0;
    }

    private static WebApplication Build(WebApplicationBuilder builder, DatabaseServer server)
    {
        try
        {
            return Program.Build(builder, server);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
        {
            throw ConfigurationException.Because("The configuration is invalid", e);
        }
    }

    private static string OrMetricsPort(WebApplication app) =>
        MetricsServer.Port(app.Configuration) is null ? "" : ", or another MetricsPort";

    private static async Task Listen(WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception e) when (e is SocketException or FormatException or (IOException and not (FileNotFoundException or DirectoryNotFoundException)))
        {
            app.Lifetime.StopApplication(); // otherwise cancelled background services are logged as crashed
            throw new ConfigurationException($"{ConfigurationException.FirstLine(e).TrimEnd('.')}. Choose another address with --urls, for example --urls http://localhost:5001{OrMetricsPort(app)}.");
        }
        catch (Exception e) when (e is not (OperationCanceledException or ConfigurationException))
        {
            app.Lifetime.StopApplication();
            // Kestrel reads its endpoints and certificates here. Exceptions depend on the kind of error.
            throw ConfigurationException.Because("The service can't listen with the given urls, Kestrel__Endpoints and Kestrel__Certificates", e);
        }
    }
}
