using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values.Places;

/// <summary>A place that has laws (ISO 3166-2, or a country's ISO 3166-1 code).</summary>
public sealed partial class Jurisdiction(string given)
    : TextValue<Jurisdiction>(given, Form.Check(given)), ITextValue<Jurisdiction>
{
    public static TextForm Form { get; } = new(
        Pattern(),
        "Must be an ISO 3166-2 code, for example US-NM, or a country code, for example US.",
        maxLength: 6);

    public static Jurisdiction From(string given) => new(given);

    public static OpenApiSchema CreateSchema() => Form.CreateSchema();

    [GeneratedRegex(@"^[A-Z]{2}(-[A-Z0-9]{1,3})?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
