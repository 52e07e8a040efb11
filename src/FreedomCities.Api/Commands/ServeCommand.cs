using System.Net.Sockets;
using FreedomCities.Api.Commands.Terminal;
using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Embedded;
using FreedomCities.Api.Http;
using FreedomCities.Api.Settings;
using Npgsql;

namespace FreedomCities.Api.Commands;

/// <summary>Runs without a command word: starts the database and the service, and waits for the stop signal.</summary>
internal static class ServeCommand
{
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        SettingNames.EnsureOptionsKnown(args);
        var builder = Program.Builder(args);
        var settings = ServiceSettings.Read(builder.Configuration);
        await using var server = await DatabaseServer.Open(settings, errors, ct);
        await using var app = Build(builder, settings, server);
        await Bootstrap.Prepare(server, app.Services.GetRequiredKeyedService<NpgsqlDataSource>(DatabaseModule.Background), ct);
        await Listen(app, settings, ct);
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

    private static WebApplication Build(WebApplicationBuilder builder, ServiceSettings settings, DatabaseServer server)
    {
        try
        {
            return Program.Build(builder, settings, server);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
        {
            throw ConfigurationException.Because("The configuration is invalid", e);
        }
    }

    private static bool IsAddressError(Exception e) =>
        e is SocketException or FormatException or (IOException and not (FileNotFoundException or DirectoryNotFoundException));

    private static async Task Listen(WebApplication app, ServiceSettings settings, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception e) when (IsAddressError(e))
        {
            app.Lifetime.StopApplication(); // otherwise cancelled background services are logged as crashed
            var orMetricsPort = settings.MetricsPort is null ? "" : ", or another MetricsPort";
            throw new ConfigurationException(
                $"{ConfigurationException.FirstLine(e).TrimEnd('.')}. Choose another address with --urls,"
                + $" for example --urls http://localhost:5001{orMetricsPort}.");
        }
        catch (Exception e) when (e is not (OperationCanceledException or ConfigurationException))
        {
            app.Lifetime.StopApplication();
            // Kestrel reads its endpoints and certificates here. Exceptions depend on the kind of error.
            throw ConfigurationException.Because(
                "The service can't listen with the given urls, Kestrel__Endpoints and Kestrel__Certificates", e);
        }
    }
}
