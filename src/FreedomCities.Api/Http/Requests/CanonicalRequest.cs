using System.Buffers;
using System.Reflection;
using System.Text;
using FreedomCities.Api.Http.Requests.Values;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Primitives;

namespace FreedomCities.Api.Http.Requests;

/// <summary>
/// Rewrites a request to a canonical form: the path of the route template, parameters in the order of the request record with the cursor
/// last, a list as one value, text in Unicode form C. Links, cursors, ids and cache keys are built from it, so the spelling of one client
/// never affects another.
/// </summary>
internal sealed class CanonicalRequest
{
    // Characters that a query string never percent-encodes.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.,=&");

    private readonly (string Text, bool IsParameter)[] _path;
    private readonly (string Name, bool IsList)[] _parameters;

    private CanonicalRequest(RoutePattern pattern, MethodInfo? handler)
    {
        var known = handler is null ? [] : QueryParameters.Known(handler);
        _path = [.. pattern.PathSegments.SelectMany(s => s.Parts.Select(Part).Prepend(("/", false)))];
        _parameters = [.. known.Select(p => (p.Key, RequestValueConverter.IsList(p.Value))).OrderBy(p => p.Key == "cursor")];
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

    /// <summary>Whether each parameter of a rewritten query is known, and is given once.</summary>
    public bool Knows(IQueryCollection query) => query.All(p => p.Value.Count == 1 && _parameters.Any(known => known.Name == p.Key));

    private void Rewrite(HttpRequest request)
    {
        if (!IsCanonical(request.Path.Value!, request.RouteValues))
        {
            request.Path = _path.Length == 0 ? "/" : string.Concat(_path.Select(p => Text(p, request.RouteValues)));
        }

        if (request.QueryString.HasValue && !IsCanonical(request.QueryString.Value!, request.Query))
        {
            request.Query = Query(request.Query);
        }
    }

    private bool IsCanonical(ReadOnlySpan<char> path, RouteValueDictionary values)
    {
        foreach (var part in _path)
        {
            var text = Text(part, values);
            if (!path.StartsWith(text, StringComparison.Ordinal))
            {
                return false;
            }

            path = path[text.Length..];
        }

        return path.IsEmpty;
    }

    private bool IsCanonical(ReadOnlySpan<char> queryString, IQueryCollection query)
    {
        if (queryString[1..].ContainsAnyExcept(Plain) || queryString.Count('&') + 1 != query.Count || queryString.Count('=') != query.Count)
        {
            return false;
        }

        var next = 0;
        foreach (var (name, values) in query)
        {
            next = Array.FindIndex(_parameters, next, p => p.Name == name) + 1;
            if (next == 0 || values.Count != 1)
            {
                return false;
            }
        }

        return true;
    }

    // A dictionary without removals enumerates in insertion order, which is that of the query string.
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

    private static string Normalize(string value) => Ascii.IsValid(value) || !InputText.IsText(value) ? value : value.Normalize();

    private static string Text((string Text, bool IsParameter) part, RouteValueDictionary values) =>
        part.IsParameter ? (string)values[part.Text]! : part.Text;

    private static (string Text, bool IsParameter) Part(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => (literal.Content, false),
        RoutePatternSeparatorPart separator => (separator.Content, false),
        _ => (((RoutePatternParameterPart)part).Name, true),
    };
}
