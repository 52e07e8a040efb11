using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests.Values;
using Microsoft.Extensions.Primitives;

namespace FreedomCities.Api.Http.Requests;

/// <summary>
/// Refuses what binding would ignore: unknown parameters, parameters that are given twice, numbers that aren't numbers, and text that
/// PostgreSQL can't store. The known parameters are those of the handler's <see cref="AsParametersAttribute"/> record.
/// </summary>
internal static class QueryParameters
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public const string GivenTwice = "Must be given only once.";

    public const string HasNone = "Unknown parameter. This route has no parameters.";

    public static EndpointFilterDelegate RejectUnknownParameters(EndpointFilterFactoryContext route, EndpointFilterDelegate next)
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

    /// <summary>Names and types of the parameters of a handler.</summary>
    public static Dictionary<string, Type> Known(MethodInfo handler) => handler.GetParameters()
        .Where(p => p.IsDefined(typeof(AsParametersAttribute)))
        .SelectMany(p => Members(p.ParameterType))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Names and types of the members of a request record.</summary>
    public static Dictionary<string, Type> Members(Type request) => request.GetConstructors()[0].GetParameters()
        .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!), p => p.ParameterType, StringComparer.Ordinal);

    /// <param name="type">Type of a request record's member.</param>
    public static string MustBe(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) => "Must be a whole number.",
        var number when number == typeof(double) => "Must be a number.",
        var list when RequestValueConverter.IsList(list) => "Must be a list of strings.",
        _ => "Must be a string of valid Unicode characters.",
    };

    private static InputError? Check(string name, StringValues values, Dictionary<string, Type> known)
    {
        if (!known.TryGetValue(name, out var type))
        {
            return InputError.InQuery(name, known.Count == 0
                ? HasNone
                : $"Unknown parameter. Supported parameters: {string.Join(", ", known.Keys)}.");
        }

        if (values.Count > 1)
        {
            return InputError.InQuery(name, GivenTwice);
        }

        var value = values[0]!;
        if (!InputText.IsText(value))
        {
            return InputError.InQuery(name, InputText.Refusal);
        }

        return IsNumberIfItMustBe(type, value) ? null : InputError.InQuery(name, MustBe(type));
    }

    // Binding would also accept space around a number, and a plus sign.
    private static bool IsNumberIfItMustBe(Type type, string value) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        var number when number == typeof(double) =>
            double.TryParse(value, Decimal, CultureInfo.InvariantCulture, out var parsed) && double.IsFinite(parsed),
        _ => true,
    };
}
