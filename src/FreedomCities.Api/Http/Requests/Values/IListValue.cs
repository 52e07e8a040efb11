using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>Creates a value from a list of texts, and its schema in the OpenAPI document.</summary>
public interface IListValue<TSelf> : IRequestValue
{
    static abstract TSelf From(string[] items);

    static abstract OpenApiSchema CreateSchema();
}
