using Npgsql;

namespace FreedomCities.Api.Database;

internal static class DatabaseServices
{
    /// <summary>Names the connections for what no request waits for.</summary>
    public const string Background = "background";

    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseServer server, IConfiguration configuration)
    {
        var reads = server.ConnectForRequests((int)configuration.Number("DatabaseConnections"), configuration.Deadline());
        return services
            .AddSingleton(server)
            .AddKeyedSingleton(Background, (_, _) => server.Connect())
            .AddSingleton(s => new ReadConnections(reads, s.GetRequiredKeyedService<NpgsqlDataSource>(Background), s.GetRequiredService<ContentChanges>()))
            .AddSingleton<SecretQueries>()
            .AddSingleton<HealthQueries>()
            .AddSingleton<ContentChanges>()
            .AddHostedService(s => s.GetRequiredService<ContentChanges>());
    }
}
