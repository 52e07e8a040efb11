using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values.Places;

/// <summary>A county of the United States (FIPS).</summary>
public sealed partial class CountyCode(string given) : TextValue<CountyCode>(given, Form.Check(given)), ITextValue<CountyCode>
{
    public static TextForm Form { get; } = new(Pattern(), "Must be a FIPS code of five digits, for example 35013.", maxLength: 5);

    public static CountyCode From(string given) => new(given);

    public static OpenApiSchema CreateSchema() => Form.CreateSchema();

    [GeneratedRegex(@"^[0-9]{5}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
