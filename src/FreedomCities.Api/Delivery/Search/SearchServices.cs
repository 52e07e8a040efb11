using FluentValidation;

namespace FreedomCities.Api.Delivery.Search;

internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<SearchQueries>()
        .AddSingleton<SearchContent>()
        .AddHostedService(s => s.GetRequiredService<SearchContent>())
        .AddSingleton<IValidator<SearchRequest>, SearchValidator>()
        .AddSingleton<IValidator<SuggestionsRequest>, SuggestionsValidator>();
}
