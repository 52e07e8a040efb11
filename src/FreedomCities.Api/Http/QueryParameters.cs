using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace FreedomCities.Api.Http;

/// <summary>
/// Refuses what binding would pass over: a parameter that the route doesn't know, one given twice, one that isn't of its type, and what is no character: PostgreSQL can't take NUL, Unicode normalisation U+FFFE.
/// The known ones are those of the handler's <see cref="AsParametersAttribute"/> record.
/// </summary>
internal static class QueryParameters
{
    public static EndpointFilterDelegate RefuseUnknown(EndpointFilterFactoryContext route, EndpointFilterDelegate next)
    {
        var known = route.MethodInfo.GetParameters()
            .Where(p => p.IsDefined(typeof(AsParametersAttribute)))
            .SelectMany(p => p.ParameterType.GetConstructors()[0].GetParameters())
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!), p => p.ParameterType, StringComparer.Ordinal);

        return context =>
        {
            var errors = context.HttpContext.Request.Query
                .Select(given => Check(given.Key, given.Value, known))
                .OfType<ParameterError>()
                .ToArray();
            return errors.Length > 0 ? ValueTask.FromResult<object?>(Problems.InvalidRequest(errors)) : next(context);
        };
    }

    private static ParameterError? Check(string name, StringValues values, Dictionary<string, Type> known)
    {
        if (!known.TryGetValue(name, out var type))
        {
            return new(name, known.Count == 0
                ? "Unknown: this route takes no parameters."
                : $"Unknown. Known here: {string.Join(", ", known.Keys)}.");
        }

        if (values.Count > 1)
        {
            return new(name, "Given more than once.");
        }

        if (values[0].AsSpan().ContainsAny('\0', '\uFFFE'))
        {
            return new(name, "Holds U+0000 (NUL) or U+FFFE, which are no characters.");
        }

        return Nullable.GetUnderlyingType(type) == typeof(int) && !int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new(name, "Must be a whole number.")
            : null;
    }
}
