using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>How a value is made of a text, and what the document says of it.</summary>
public interface IRequestText<TSelf> : IRequestValue
{
    static abstract TSelf From(string given);

    static abstract OpenApiSchema CreateSchema();
}
