using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Responses;
using FreedomCities.Api.Http.Responses.Headers;
using FreedomCities.Api.Telemetry.Metrics;

namespace FreedomCities.Api.Http;

internal static class HttpModule
{
    public static IServiceCollection AddHttp(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddRequests()
        .AddLimits()
        .AddResponses()
        .AddSingleton<Shutdown>()
        .AddSingleton<IHostLifetime>(s => s.GetRequiredService<Shutdown>())
        .AddSingleton<IProblemDetailsWriter, ProblemWriter>()
        .AddProblemDetails()
        .AddExceptionHandler<ExceptionHandler>();

    private static IServiceCollection AddRequests(this IServiceCollection services) => services
        .Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false)
        .AddSingleton<PublicUrl>()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)) // pages contain the letters of every script unescaped
        .AddSingleton<ContentTerms>()
        .AddSingleton(typeof(IValidator<>), typeof(RequestValidator<>))
        .AddSingleton<CursorSigners>()
        .AddHostedService(s => s.GetRequiredService<CursorSigners>())
        .AddSingleton(s => new ReadyCondition(
            "The key of cursors has not been read from the database yet.", () => s.GetRequiredService<CursorSigners>().HasKey))
        .AddSingleton<Cursors>();

    private static IServiceCollection AddLimits(this IServiceCollection services) => services
        .AddSingleton<RateLimits>()
        .AddSingleton(s => new ConcurrencyLimit(
            s.GetRequiredService<ServiceSettings>().ConcurrentRequests, s.GetRequiredService<ServiceMetrics>()))
        .AddSingleton<MemoryBudget>();

    private static IServiceCollection AddResponses(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(o => Json.Configure(o.SerializerOptions))
        .AddCompression()
        .AddSingleton<Cors>()
        .AddSingleton<ResponseSender>()
        .AddSingleton<ResponseWriter>()
        .AddSingleton<ResponseRenderer>()
        .AddSingleton(s => new ResponseStore(s.GetRequiredService<ServiceSettings>().ResponseCacheMegabytes * 1_000_000L))
        .AddSingleton<CacheValidator>()
        .AddSingleton<CollapsedRenders>()
        .AddSingleton<ResponseCache>();
}
