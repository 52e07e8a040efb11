using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>How a value is made of a list, and what the document says of it.</summary>
public interface IRequestList<TSelf> : IRequestValue
{
    static abstract TSelf From(string[] items);

    static abstract OpenApiSchema CreateSchema();
}
