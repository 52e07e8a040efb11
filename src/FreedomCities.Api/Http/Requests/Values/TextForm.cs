using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>The form of a text: what the code checks, what the document publishes, and the message about a text without it.</summary>
/// <param name="pattern">Ends in <c>\z</c>: in .NET <c>$</c> also matches before a line feed at the end, in ECMA-262 it doesn't.</param>
public sealed class TextForm(Regex pattern, string message, int? maxLength = null)
{
    private const string End = @"\z";

    public string Message => message;

    public bool IsMatch([NotNullWhen(true)] string? text) =>
        text is not null && !(text.Length > maxLength) && pattern.IsMatch(text);

    /// <summary>What is wrong with a text; null: nothing.</summary>
    public string? Check(string text) => IsMatch(text) ? null : message;

    public OpenApiSchema CreateSchema() => new()
    {
        Type = JsonSchemaType.String,
        Pattern = pattern.ToString()[..^End.Length] + "$",
        MaxLength = maxLength,
    };
}
