using FluentValidation;
using FreedomCities.Api.Delivery.Search.Embeddings;
using FreedomCities.Api.Delivery.Search.Indexing;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Search;

internal static class SearchModule
{
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
        .AddSingleton<SearchIndexUpdater>()
        .AddHostedService(s => s.GetRequiredService<SearchIndexUpdater>())
        .AddSingleton(s => new ReadyCondition(
            "The content has not been loaded from the database yet.", () => s.GetRequiredService<SearchIndexUpdater>().Index is not null))
        .AddSingleton<IValidator<SearchRequest>, SearchValidator>()
        .AddSingleton<IValidator<SuggestionsRequest>, SuggestionsValidator>();

    public static void MapSearch(this IEndpointRouteBuilder v1)
    {
        var search = v1.MapGroup("/search").WithTags("Search").PublicRead().RateLimited(Budget.Search);

        search.MapGet("/", SearchEndpoints.Get).WithName("search").Validated<SearchRequest>();
        search.MapPost("/", SearchEndpoints.Post).WithName("searchPrivately").Validated<SearchRequest>();
        search.MapGet("/suggestions", SearchEndpoints.Suggest).WithName("listSuggestions").Validated<SuggestionsRequest>();
    }
}
