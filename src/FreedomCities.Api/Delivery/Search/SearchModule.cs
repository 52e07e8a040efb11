using FluentValidation;
using FreedomCities.Api.Delivery.Search.Embeddings;
using FreedomCities.Api.Delivery.Search.Indexing;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using FreedomCities.Api.Telemetry.Metrics;

namespace FreedomCities.Api.Delivery.Search;

internal static class SearchModule
{
    private const string Searches = "searches";

    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<SearchQueries>()
        .AddSingleton<Func<SentenceModel, SentenceEncoder>>(SentenceEncoder.Load)
        .AddSingleton<ModelHost>()
        .AddSingleton<VectorQueries>()
        .AddSingleton<DocumentEmbedder>()
        .AddHostedService(s => s.GetRequiredService<DocumentEmbedder>())
        .AddSingleton<QueryEncoder>()
        .AddSingleton<ResultCache>()
        .AddSingleton<SearchService>()
        // The other half of all requests is left to other reads.
        .AddKeyedSingleton(Searches, (s, _) => new ConcurrencyLimit(
            Math.Max(1, s.GetRequiredService<ServiceSettings>().ConcurrentRequests / 2), s.GetRequiredService<ServiceMetrics>()))
        .AddSingleton<SearchIndexUpdater>()
        .AddHostedService(s => s.GetRequiredService<SearchIndexUpdater>())
        .AddSingleton(s => new ReadyCondition(
            "The content has not been loaded from the database yet.", () => s.GetRequiredService<SearchIndexUpdater>().Index is not null))
        .AddSingleton<IValidator<SearchRequest>, SearchValidator>()
        .AddSingleton<IValidator<SuggestionsRequest>, SuggestionsValidator>();

    public static void MapSearch(this IEndpointRouteBuilder v1)
    {
        var search = v1.MapGroup("/search").WithTags("Search").PublicRead().RateLimited(Budget.Search);

        var limit = v1.ServiceProvider.GetRequiredKeyedService<ConcurrencyLimit>(Searches);
        search.MapGet("/", SearchEndpoints.Get).WithName("search").AddEndpointFilter(limit.Apply).Validated<SearchRequest>();
        search.MapPost("/", SearchEndpoints.Post).WithName("searchPrivately").AddEndpointFilter(limit.Apply).Validated<SearchRequest>();
        search.MapGet("/suggestions", SearchEndpoints.Suggest).WithName("listSuggestions").Validated<SuggestionsRequest>();
    }
}
