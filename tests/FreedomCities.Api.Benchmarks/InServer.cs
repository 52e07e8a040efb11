using FreedomCities.Api.Delivery.Search;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomCities.Api.Benchmarks;

/// <summary>A query without HTTP: the one place that knows the component that searches.</summary>
internal static class InServer
{
    public static Func<string, Task> Search(IServiceProvider services, string language, CancellationToken ct)
    {
        var search = services.GetRequiredService<SearchService>();
        var languages = new Languages(language, [language], [language], Negotiated: false);
        return q => search.Search(new SearchRequest(new QueryText(q), Lang: new LanguageTag(language)), languages, ct);
    }
}
