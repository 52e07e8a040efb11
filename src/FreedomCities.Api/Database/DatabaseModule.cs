using FreedomCities.Api.Database.Notifications;
using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Database;

internal static class DatabaseModule
{
    /// <summary>Key of the pool for work that no request waits for.</summary>
    public const string Background = "background";

    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseServer server, ServiceSettings settings)
    {
        var reads = server.ConnectForRequests(settings.DatabaseConnections);
        return services
            .AddSingleton(server)
            .AddKeyedSingleton(Background, (_, _) => server.Connect())
            .AddSingleton(s => new ReadConnections(
                reads,
                s.GetRequiredKeyedService<NpgsqlDataSource>(Background),
                s.GetRequiredService<ContentChanges>(),
                new PreparedStatementSupport(server),
                settings.RequestTimeout))
            .AddSingleton<SecretQueries>()
            .AddSingleton<HealthQueries>()
            .AddSingleton<DatabaseHealth>()
            .AddHostedService(s => s.GetRequiredService<DatabaseHealth>())
            .AddSingleton<ContentChanges>()
            .AddHostedService(s => s.GetRequiredService<ContentChanges>());
    }
}
