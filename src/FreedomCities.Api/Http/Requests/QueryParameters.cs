using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FreedomCities.Api.Http.Problems;
using Microsoft.Extensions.Primitives;

namespace FreedomCities.Api.Http.Requests;

/// <summary>
/// Refuses what binding would pass over: a parameter that the route doesn't know, one given twice, one that isn't of its type, and what is no text.
/// The known ones are those of the handler's <see cref="AsParametersAttribute"/> record.
/// </summary>
internal static class QueryParameters
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public const string GivenTwice = "Given more than once.";

    public static EndpointFilterDelegate RefuseUnknown(EndpointFilterFactoryContext route, EndpointFilterDelegate next)
    {
        var known = Known(route.MethodInfo);

        return context =>
        {
            var errors = context.HttpContext.Request.Query
                .Select(given => Check(given.Key, given.Value, known))
                .OfType<InputError>()
                .ToArray();
            return errors.Length > 0 ? ValueTask.FromResult<object?>(ProblemResults.InvalidRequest(errors)) : next(context);
        };
    }

    /// <summary>What a handler takes: names and types.</summary>
    public static Dictionary<string, Type> Known(MethodInfo handler) => handler.GetParameters()
        .Where(p => p.IsDefined(typeof(AsParametersAttribute)))
        .SelectMany(p => Members(p.ParameterType))
        .ToDictionary(StringComparer.Ordinal);

    private static InputError? Check(string name, StringValues values, Dictionary<string, Type> known)
    {
        if (!known.TryGetValue(name, out var type))
        {
            return InputError.InQuery(name, known.Count == 0
                ? "Unknown: this route takes no parameters."
                : $"Unknown. Known here: {string.Join(", ", known.Keys)}.");
        }

        if (values.Count > 1)
        {
            return InputError.InQuery(name, GivenTwice);
        }

        return Fault(values[0]!, type) is { } fault ? InputError.InQuery(name, fault) : null;
    }

    /// <summary>What a request record takes: names and types.</summary>
    public static Dictionary<string, Type> Members(Type request) =>
        request.GetConstructors()[0].GetParameters().ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!), p => p.ParameterType, StringComparer.Ordinal);

    /// <param name="type">Of a request record's member.</param>
    public static string MustBe(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) => "Must be a whole number.",
        var number when number == typeof(double) => "Must be a number.",
        var list when list == typeof(TextList) => "Must be a list of strings.",
        _ => "Must be a string of Unicode characters.",
    };

    private static string? Fault(string value, Type type) =>
        !InputText.IsText(value) ? InputText.Refusal
        : type == typeof(int?) && !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? MustBe(type)
        : type == typeof(double?) && !(double.TryParse(value, Decimal, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) ? MustBe(type)
        : null;
}
