using System.Reflection;
using System.Text.Json;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Requests;

/// <summary>A request in a body.</summary>
internal interface IJsonBody
{
    object? Request { get; }
}

/// <summary>
/// JSON body of a POST that only reads: the same record that GET takes as its query. It keeps a reader's query and place out of URLs.
/// <see cref="Validation.Validated{T}"/> returns the refusal before it calls the handler.
/// </summary>
internal sealed record JsonBody<T>(T Value, ProblemHttpResult? Refusal) : IJsonBody, IEndpointParameterMetadataProvider
{
    object? IJsonBody.Request => Value;

    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext http)
    {
        if (!IsJson(http.Request.ContentType))
        {
            return Refused(ProblemResults.UnsupportedMediaType());
        }

        try
        {
            return JsonSerializer.Deserialize<T>(await RequestBody.Read(http), Json.Strict) is { } value
                ? new JsonBody<T>(value, Refusal: null)
                : Refused(ProblemResults.InvalidRequest([BodyErrors.Null]));
        }
        catch (JsonException e)
        {
            return Refused(ProblemResults.InvalidRequest([BodyErrors.Explain(e, typeof(T))]));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
        builder.Metadata.Add(Problem(StatusCodes.Status413PayloadTooLarge));
        builder.Metadata.Add(Problem(StatusCodes.Status415UnsupportedMediaType));
    }

    private static ProducesResponseTypeMetadata Problem(int status) => new(status, typeof(void), ["application/problem+json"]);

    private static JsonBody<T> Refused(ProblemHttpResult refusal) => new(default!, refusal);

    private static bool IsJson(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed)
        && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!parsed.Charset.HasValue || HeaderUtilities.RemoveQuotes(parsed.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
