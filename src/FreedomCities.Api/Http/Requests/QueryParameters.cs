using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FreedomCities.Api.Http.Problems;
using Microsoft.Extensions.Primitives;

namespace FreedomCities.Api.Http.Requests;

/// <summary>
/// Rejects parameters that binding would ignore: unknown, repeated, of the wrong type, or with characters that aren't allowed. The known
/// parameters are those of the handler's <see cref="AsParametersAttribute"/> record.
/// </summary>
internal static class QueryParameters
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public const string GivenTwice = "Must be given only once.";

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

    /// <summary>Names and types of the parameters of a handler.</summary>
    public static Dictionary<string, Type> Known(MethodInfo handler) => handler.GetParameters()
        .Where(p => p.IsDefined(typeof(AsParametersAttribute)))
        .SelectMany(p => Members(p.ParameterType))
        .ToDictionary(StringComparer.Ordinal);

    private static InputError? Check(string name, StringValues values, Dictionary<string, Type> known)
    {
        if (!known.TryGetValue(name, out var type))
        {
            return InputError.InQuery(name, known.Count == 0
                ? "Unknown parameter. This route has no parameters."
                : $"Unknown parameter. Supported parameters: {string.Join(", ", known.Keys)}.");
        }

        if (values.Count > 1)
        {
            return InputError.InQuery(name, GivenTwice);
        }

        return Fault(values[0]!, type) is { } fault ? InputError.InQuery(name, fault) : null;
    }

    /// <summary>Names and types of the members of a request record.</summary>
    public static Dictionary<string, Type> Members(Type request) =>
        request.GetConstructors()[0].GetParameters().ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!), p => p.ParameterType, StringComparer.Ordinal);

    /// <param name="type">Type of a member of a request record.</param>
    public static string MustBe(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) => "Must be a whole number.",
        var number when number == typeof(double) => "Must be a number.",
        var list when list == typeof(TextList) => "Must be a list of strings.",
        _ => "Must be a string of valid Unicode characters.",
    };

    private static string? Fault(string value, Type type) =>
        !InputText.IsText(value) ? InputText.Refusal
        : type == typeof(int?) && !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? MustBe(type)
        : type == typeof(double?) && !(double.TryParse(value, Decimal, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) ? MustBe(type)
        : null;
}
