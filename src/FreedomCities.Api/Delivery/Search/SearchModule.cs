using FluentValidation;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Delivery.Search;

internal static class SearchModule
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<SearchQueries>()
        .AddSingleton<SearchIndexUpdater>()
        .AddHostedService(s => s.GetRequiredService<SearchIndexUpdater>())
        .AddSingleton(s => new ReadyCondition(
            "The content has not been loaded from the database yet.", () => s.GetRequiredService<SearchIndexUpdater>().Index is not null))
        .AddSingleton<IValidator<SearchRequest>, SearchValidator>()
        .AddSingleton<IValidator<SuggestionsRequest>, SuggestionsValidator>();
}
