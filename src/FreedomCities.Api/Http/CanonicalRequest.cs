using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Primitives;

namespace FreedomCities.Api.Http;

/// <summary>
/// Rewrites a request to the spelling of its route: the template's path, the known parameters in the order of the request record and the
/// cursor last, a list as one value, text in Unicode normalization form C. Links, cursors, ids and cache keys are made from it, so that one
/// client's spelling never reaches another.
/// </summary>
internal sealed class CanonicalRequest
{
    private readonly Func<RouteValueDictionary, PathString> _path;
    private readonly (string Name, bool IsList)[] _parameters;

    private CanonicalRequest(RoutePattern pattern, MethodInfo? handler)
    {
        _path = Path(pattern);
        var known = handler is null ? [] : QueryParameters.Known(handler);
        _parameters = [.. known.Select(p => (p.Key, p.Value == typeof(TextList))).OrderBy(p => p.Key == "cursor")];
    }

    public static void Describe(EndpointBuilder endpoint)
    {
        var handler = endpoint.Metadata.OfType<MethodInfo>().LastOrDefault();
        endpoint.Metadata.Add(new CanonicalRequest(((RouteEndpointBuilder)endpoint).RoutePattern, handler));
    }

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        http.GetEndpoint()?.Metadata.GetMetadata<CanonicalRequest>()?.Rewrite(http.Request);
        return next(http);
    }

    /// <summary>Whether each parameter of a rewritten query is known and given once.</summary>
    public bool Knows(IQueryCollection query) => query.All(p => p.Value.Count == 1 && _parameters.Any(known => known.Name == p.Key));

    private void Rewrite(HttpRequest request)
    {
        request.Path = _path(request.RouteValues);
        if (request.QueryString.HasValue)
        {
            request.Query = Query(request.Query);
        }
    }

    // A dictionary without removals keeps the order of insertion, which is that of the query string.
    private QueryCollection Query(IQueryCollection given)
    {
        var query = new Dictionary<string, StringValues>(given.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, isList) in _parameters)
        {
            if (given.TryGetValue(name, out var values) && given.Keys.Contains(name, StringComparer.Ordinal))
            {
                query[name] = isList ? Normalize(string.Join(',', (string[])values!)) : Normalize(values);
            }
        }

        foreach (var (name, values) in given)
        {
            query.TryAdd(name, Normalize(values));
        }

        return new QueryCollection(query);
    }

    private static StringValues Normalize(StringValues values) =>
        values.Count == 1 ? Normalize(values.ToString()) : new StringValues(Array.ConvertAll(values.ToArray(), v => Normalize(v!)));

    private static string Normalize(string value) => Ascii.IsValid(value) || !Text.IsText(value) ? value : value.Normalize();

    private static Func<RouteValueDictionary, PathString> Path(RoutePattern pattern)
    {
        (string Text, bool IsParameter)[] parts =
        [
            .. pattern.PathSegments.SelectMany(s => s.Parts.Select(Part).Prepend(("/", false))),
        ];
        if (Array.TrueForAll(parts, p => !p.IsParameter))
        {
            PathString path = parts.Length == 0 ? "/" : string.Concat(parts.Select(p => p.Text));
            return _ => path;
        }

        return values => string.Concat(parts.Select(p => p.IsParameter ? (string?)values[p.Text] : p.Text));
    }

    private static (string Text, bool IsParameter) Part(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => (literal.Content, false),
        RoutePatternSeparatorPart separator => (separator.Content, false),
        _ => (((RoutePatternParameterPart)part).Name, true),
    };
}
