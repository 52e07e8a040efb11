using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FreedomCities.Api.Editorial.Publishing.Rendering;

/// <summary>The public document of a record in one language.</summary>
internal sealed record RenderedDocument(Guid Id, string Language, string Json, byte[] Hash)
{
    public static RenderedDocument Create<T>(Guid id, string language, T record)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(record, Http.Responses.Json.Documents);
        return new RenderedDocument(id, language, Encoding.UTF8.GetString(json), SHA256.HashData(json));
    }
}
