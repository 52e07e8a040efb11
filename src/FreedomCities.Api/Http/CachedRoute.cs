using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FreedomCities.Api.Http;

/// <summary>A route whose answers are kept: which of its requests are the same.</summary>
internal sealed class CachedRoute
{
    private readonly string _template;
    private readonly string[] _values;
    private readonly string[] _parameters;
    private readonly bool _isInLanguages;

    private CachedRoute(RoutePattern pattern, MethodInfo handler)
    {
        _template = pattern.RawText!;
        _values = [.. pattern.Parameters.Select(p => p.Name)];
        _parameters = [.. QueryParameters.Known(handler).Keys];
        _isInLanguages = handler.GetParameters().Any(p => p.ParameterType == typeof(Languages));
    }

    public static void Mark(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder route && endpoint.Metadata.OfType<MethodInfo>().LastOrDefault() is { } handler)
        {
            endpoint.Metadata.Add(new CachedRoute(route.RoutePattern, handler));
        }
    }

    /// <summary>The request in the one form that all have who get the same answer; null: it holds what the route refuses.</summary>
    public string? Key(HttpContext http)
    {
        var query = http.Request.Query;
        var key = _values.Aggregate(_template, (k, name) => With(k, name, (string)http.Request.RouteValues[name]!));
        if (query.Count > 0)
        {
            if (query.Any(p => p.Value.Count != 1 || !_parameters.Contains(p.Key, StringComparer.Ordinal)))
            {
                return null;
            }

            key = _parameters.Where(query.ContainsKey).Aggregate(key, (k, name) => With(k, name, query[name]!));
        }

        return _isInLanguages && http.Request.Headers.AcceptLanguage.Count > 0 && !query.ContainsKey("lang")
            && Languages.Of(http, lang: null) is { Requested: { } requested } languages
            ? With(key, requested, string.Join(',', languages.Candidates))
            : key;
    }

    // With its length, so that no value can look like two.
    private static string With(string key, string name, string value) => string.Create(CultureInfo.InvariantCulture, $"{key}\n{name}={value.Length}:{value}");
}
