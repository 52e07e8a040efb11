using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>Creates a value from one text, and its schema in the OpenAPI document.</summary>
public interface ITextValue<TSelf> : IRequestValue
{
    static abstract TSelf From(string given);

    static abstract OpenApiSchema CreateSchema();
}
