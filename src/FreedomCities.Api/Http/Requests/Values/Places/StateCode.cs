using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values.Places;

/// <summary>A state of the United States.</summary>
public sealed partial class StateCode(string given) : TextValue<StateCode>(given, Form.Check(given)), ITextValue<StateCode>
{
    public static TextForm Form { get; } = new(Pattern(), "Must be a two-letter state code, for example NM.", maxLength: 2);

    public static StateCode From(string given) => new(given);

    public static OpenApiSchema CreateSchema() => Form.CreateSchema();

    [GeneratedRegex(@"^[A-Z]{2}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
