using FreedomCities.Api.Delivery.Search.Indexing;
using FreedomCities.Api.Delivery.Search;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomCities.Api.Benchmarks;

/// <summary>A query without HTTP: the one place that knows the component that searches.</summary>
internal static class InServer
{
    public static Func<string, object> Search(IServiceProvider services, string language)
    {
        var content = services.GetRequiredService<SearchIndexUpdater>();
        var site = services.GetRequiredService<PublicUrl>();
        var languages = new Languages(language, [language], [language], Negotiated: false);
        return q => Searcher.Search(content.Index!, new SearchRequest(new(q)), languages, site);
    }
}
