using System.Text.Encodings.Web;
using System.Text.Unicode;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Http;

internal static class HttpModule
{
    public static IServiceCollection AddHttp(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton<PublicUrl>()
        .AddSingleton<ContentTerms>()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)) // pages hold the letters of every script as they are
        .AddSingleton<CursorSigners>()
        .AddSingleton<Cursors>()
        .AddSingleton<RateLimits>()
        .AddSingleton<ConcurrencyLimit>()
        .AddSingleton<MemoryBudget>()
        .AddSingleton<ResponseSender>()
        .AddSingleton<ResponseRenderer>()
        .AddSingleton<ResponseCache>()
        .AddSingleton<Shutdown>()
        .AddSingleton<IHostLifetime>(s => s.GetRequiredService<Shutdown>())
        .AddSingleton<IProblemDetailsWriter, ProblemWriter>()
        .AddProblemDetails()
        .AddCompression()
        .ConfigureHttpJsonOptions(o => Json.Configure(o.SerializerOptions))
        .Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false)
        .AddExceptionHandler<ExceptionHandler>();
}
