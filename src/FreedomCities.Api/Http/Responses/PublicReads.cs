using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Responses;

/// <summary>Sets the Cache-Control (RFC 9111, RFC 5861), Content-Language and Vary of public reads, and checks Accept.</summary>
internal static class PublicReads
{
    public const string CacheControl = "public, max-age=60, stale-while-revalidate=30, stale-if-error=86400";

    private const string FinalCacheControl = "public, max-age=86400, immutable"; // RFC 8246

    /// <param name="isStored">Whether caches may store the responses of GET.</param>
    public static RouteGroupBuilder PublicRead(this RouteGroupBuilder group, bool isStored = true)
    {
        group.AddEndpointFilterFactory(QueryParameters.RejectUnknownParameters);
        group.AddEndpointFilter((context, next) => AddHeaders(context, next, isStored));
        return group;
    }

    private static async ValueTask<object?> AddHeaders(EndpointFilterInvocationContext context, EndpointFilterDelegate next, bool isStored)
    {
        var result = await next(context);
        var response = result is INestedHttpResult nested ? nested.Result : result;
        if (response is not IValueHttpResult { Value: { } value } || response is not IStatusCodeHttpResult { StatusCode: 200 })
        {
            return result;
        }

        var headers = context.HttpContext.Response.Headers;
        var type = response is IContentTypeHttpResult { ContentType: { } own } ? own : "application/json";
        if (!Accepts(context.HttpContext.Request, MediaTypeHeaderValue.Parse(type)))
        {
            return ProblemResults.NotAcceptable(type);
        }

        var isStoredHere = isStored && !HttpMethods.IsPost(context.HttpContext.Request.Method);
        headers.CacheControl = value switch
        {
            IMaybeFinal { IsFinal: true } => FinalCacheControl,
            _ when isStoredHere => ClockDependence.CacheControl(context.HttpContext) ?? CacheControl,
            _ => "no-store",
        };
        string[] languages = value switch
        {
            IInLanguage one => [one.ServedLanguage],
            IPage page => page.Languages,
            _ => [],
        };
        if (languages.Length > 0)
        {
            headers.ContentLanguage = string.Join(", ", languages);
        }

        if (context.Arguments.Any(a => a is IInAnyLanguage { Lang: null } or IJsonBody { Request: IInAnyLanguage { Lang: null } }))
        {
            headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        }

        return result;
    }

    public static bool Accepts(HttpRequest request, MediaTypeHeaderValue type)
    {
        if (request.Headers.Accept is not { Count: > 0 } accept
            || accept == "*/*"
            || !MediaTypeHeaderValue.TryParseList(accept, out var ranges)
            || ranges.Count == 0)
        {
            return true;
        }

        // RFC 9110, section 12.5.1: the most specific range decides.
        var best = ranges
            .Where(r => Includes(r, type))
            .MinBy(Breadth);
        return best is { Quality: null or > 0 };
    }

    private static int Breadth(MediaTypeHeaderValue range) => range switch
    {
        { MatchesAllTypes: true } => 2,
        { MatchesAllSubTypes: true } => 1,
        _ => 0,
    };

    private static bool Includes(MediaTypeHeaderValue range, MediaTypeHeaderValue type) =>
        range.MatchesAllTypes
        || range.MediaType.Equals(range.MatchesAllSubTypes ? $"{type.Type}/*" : type.MediaType, StringComparison.OrdinalIgnoreCase);
}
