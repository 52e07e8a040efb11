using System.Reflection;
using System.Text.Json;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Request that may contain the language to serve.</summary>
internal interface IInAnyLanguage
{
    string? Lang { get; }
}

internal interface IBody
{
    Languages Languages { get; }
}

/// <summary>
/// JSON body of a POST that only reads: the same record that GET takes as its query. It keeps a reader's query and place out of URLs.
/// <see cref="Validation.Validated{T}"/> returns the refusal before it calls the handler.
/// </summary>
internal sealed record Body<T>(T Value, Languages Languages, ProblemHttpResult? Refusal) : IBody, IEndpointParameterMetadataProvider
{
    public static async ValueTask<Body<T>> BindAsync(HttpContext http)
    {
        if (!IsJson(http.Request.ContentType))
        {
            return Refused(http, ProblemResults.UnsupportedMediaType());
        }

        try
        {
            return JsonSerializer.Deserialize<T>(await RequestBody.Read(http), Json.Strict) is { } value
                ? new Body<T>(value, Languages.Negotiate(http, (value as IInAnyLanguage)?.Lang), Refusal: null)
                : Refused(http, ProblemResults.InvalidRequest([BodyErrors.Null]));
        }
        catch (JsonException e)
        {
            return Refused(http, ProblemResults.InvalidRequest([BodyErrors.Explain(e, typeof(T))]));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status413PayloadTooLarge, typeof(void), ["application/problem+json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status415UnsupportedMediaType, typeof(void), ["application/problem+json"]));
    }

    private static Body<T> Refused(HttpContext http, ProblemHttpResult refusal) => new(default!, Languages.Negotiate(http, lang: null), refusal);

    private static bool IsJson(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed)
        && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!parsed.Charset.HasValue || HeaderUtilities.RemoveQuotes(parsed.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
