using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>A record's permanent name in URLs.</summary>
public sealed partial class Slug(string given) : TextValue<Slug>(given, Form.Check(given)), ITextValue<Slug>
{
    public const int MaxLength = 80;

    public static TextForm Form { get; } = new(
        Pattern(),
        $"Must be a slug: lower-case letters, digits and single hyphens, at most {MaxLength} characters.",
        MaxLength);

    public static Slug From(string given) => new(given);

    public static OpenApiSchema CreateSchema() => Form.CreateSchema();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
