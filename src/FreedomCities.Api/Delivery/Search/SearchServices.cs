using FluentValidation;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Delivery.Search;

internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<SearchQueries>()
        .AddSingleton<SearchContent>()
        .AddHostedService(s => s.GetRequiredService<SearchContent>())
        .AddSingleton(s => new ReadyCondition(
            "The content hasn't been read from the database yet.", () => s.GetRequiredService<SearchContent>().Index is not null))
        .AddSingleton<IValidator<SearchRequest>, SearchValidator>()
        .AddSingleton<IValidator<SuggestionsRequest>, SuggestionsValidator>();
}
