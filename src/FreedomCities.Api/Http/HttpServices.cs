namespace FreedomCities.Api.Http;

internal static class HttpServices
{
    public static IServiceCollection AddHttp(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new PublicUrl(configuration))
        .AddSingleton(new ContentTerms(configuration))
        .AddSingleton<Seals>()
        .AddSingleton<Cursors>()
        .AddSingleton<RateLimits>()
        .AddSingleton<Overload>()
        .AddSingleton<MemoryBudget>()
        .AddSingleton<ResponseSender>()
        .AddSingleton<ResponseRenderer>()
        .AddSingleton<ResponseCache>()
        .AddSingleton<Shutdown>()
        .AddSingleton<IHostLifetime>(s => s.GetRequiredService<Shutdown>())
        .AddSingleton<IProblemDetailsWriter, ProblemWriter>()
        .AddProblemDetails()
        .AddExceptionHandler<Failures>();
}
