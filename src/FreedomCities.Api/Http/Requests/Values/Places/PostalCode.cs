using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values.Places;

/// <summary>A postal code of the United States.</summary>
public sealed partial class PostalCode(string given) : TextValue<PostalCode>(given, Form.Check(given)), ITextValue<PostalCode>
{
    public static TextForm Form { get; } = new(
        Pattern(),
        "Must be five digits, for example 87102, or nine, for example 87102-1234.",
        maxLength: 10);

    public static PostalCode From(string given) => new(given);

    public static OpenApiSchema CreateSchema() => Form.CreateSchema();

    [GeneratedRegex(@"^[0-9]{5}(-[0-9]{4})?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
