using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>The form of a text: the check, the schema in the OpenAPI document, and the message when a text has another form.</summary>
/// <param name="pattern">Ends in <c>\z</c>: in .NET <c>$</c> also matches before a line feed at the end, in ECMA-262 it doesn't.</param>
public sealed class TextForm(Regex pattern, string message, int maxLength)
{
    private const string End = @"\z";

    public string Message => message;

    public bool IsMatch([NotNullWhen(true)] string? text) =>
        text?.Length <= maxLength && pattern.IsMatch(text);

    /// <summary>The message about a text of another form; null: the text has this form.</summary>
    public string? Check(string text) => IsMatch(text) ? null : message;

    public OpenApiSchema CreateSchema() => new()
    {
        Type = JsonSchemaType.String,
        Pattern = pattern.ToString()[..^End.Length] + "$",
        MaxLength = maxLength,
    };
}
