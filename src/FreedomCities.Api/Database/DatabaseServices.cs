namespace FreedomCities.Api.Database;

internal static class DatabaseServices
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseServer server) => services
        .AddSingleton(server)
        .AddSingleton(_ => server.Connect())
        .AddSingleton<SecretQueries>()
        .AddSingleton<HealthQueries>()
        .AddSingleton<ContentChanges>()
        .AddHostedService(s => s.GetRequiredService<ContentChanges>());
}
