using System.Reflection;
using System.Text;
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
        if (query.Count == 0 && _values.Length == 0 && http.Request.Headers.AcceptLanguage.Count == 0)
        {
            return _template;
        }

        if (query.Any(p => p.Value.Count != 1 || !_parameters.Contains(p.Key, StringComparer.Ordinal)))
        {
            return null;
        }

        var key = new StringBuilder(_template);
        foreach (var name in _values)
        {
            Append(key, name, (string)http.Request.RouteValues[name]!);
        }

        foreach (var name in _parameters.Where(query.ContainsKey))
        {
            Append(key, name, query[name]!);
        }

        if (_isInLanguages && !query.ContainsKey("lang") && Languages.Of(http, lang: null) is { Requested: { } requested } languages)
        {
            Append(key, requested, string.Join(',', languages.Candidates));
        }

        return key.ToString();
    }

    // With its length, so that no value can look like two.
    private static void Append(StringBuilder key, string name, string value) => key.Append('\n').Append(name).Append('=').Append(value.Length).Append(':').Append(value);
}
