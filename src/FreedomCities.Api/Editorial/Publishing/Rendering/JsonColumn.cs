using System.Data;
using System.Text.Json;
using Dapper;

namespace FreedomCities.Api.Editorial.Publishing.Rendering;

/// <summary>Deserialises a jsonb column into a record. Its members are named as columns are.</summary>
internal sealed class JsonColumn<T> : SqlMapper.TypeHandler<T>
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public override T? Parse(object value) => JsonSerializer.Deserialize<T>((string)value, Options);

    public override void SetValue(IDbDataParameter parameter, T? value) =>
        throw new NotSupportedException("SQL creates the values of JSON columns.");
}
