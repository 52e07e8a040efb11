using FreedomCities.Api.Database;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FreedomCities.Api.Http;

internal static class HttpModule
{
    public static IServiceCollection AddHttp(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddRequests(configuration)
            .AddResponses(configuration)
            .AddLimits()
            .AddSingleton<Shutdown>()
            .AddSingleton<IHostLifetime>(s => s.GetRequiredService<Shutdown>())
            .AddSingleton<IProblemDetailsWriter, ProblemWriter>()
            .AddProblemDetails()
            .AddExceptionHandler<ExceptionHandler>();
    }

    private static IServiceCollection AddRequests(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new PublicUrl(configuration))
        .AddSingleton(new ContentTerms(configuration))
        .AddSingleton<CursorSigners>()
        .AddSingleton<Cursors>();

    private static IServiceCollection AddLimits(this IServiceCollection services) => services
        .AddSingleton<RateLimits>()
        .AddSingleton<ConcurrencyLimit>()
        .AddSingleton<MemoryBudget>();

    private static IServiceCollection AddResponses(this IServiceCollection services, IConfiguration configuration) => services
        .AddCompression()
        .AddSingleton<Cors>()
        .AddSingleton<ResponseSender>()
        .AddSingleton<ResponseWriter>()
        .AddSingleton<ResponseRenderer>()
        .AddSingleton(_ => new ResponseStore((long)configuration.Number("ResponseCacheMegabytes") * 1_000_000))
        .AddSingleton<CacheValidator>()
        .AddSingleton<CollapsedRenders>()
        .AddSingleton<ResponseCache>();
}
