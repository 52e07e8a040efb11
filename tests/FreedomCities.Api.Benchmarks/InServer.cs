namespace FreedomCities.Api.Benchmarks;

/// <summary>A query without HTTP: the one place that knows the component that searches.</summary>
internal static class InServer
{
    // Delivery.Search.SearchIndex, of the services, is to be asked here.
    public static Func<string, object> Search(IServiceProvider services, string language) =>
        q => throw new NotSupportedException($"Nothing in {services} searches '{q}' in {language}.");
}
