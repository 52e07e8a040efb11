using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FreedomCities.Api.Http.Requests.Values;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Content;

/// <summary>
/// Computes <c>sha256-</c> and the lower-case hex SHA-256 of a canonical text. The canonical text joins the parts by two line feeds,
/// in Unicode normalisation form C, with line feeds as line ends, in UTF-8. The parts of an FAQ entry are question and served Markdown.
/// </summary>
public sealed partial class ContentHash(string given) : TextValue<ContentHash>(given, Form.Check(given)), ITextValue<ContentHash>
{
    public static TextForm Form { get; } = new(Pattern(), "Must be sha256- and 64 lower-case hex digits.", maxLength: 71);

    public static ContentHash From(string given) => new(given);

    public static OpenApiSchema CreateSchema() => Form.CreateSchema();

    internal static string Compute(params IEnumerable<string?> parts) =>
        "sha256-" + Sha256(Encoding.UTF8.GetBytes(string.Join("\n\n", parts).ReplaceLineEndings("\n").Normalize()));

    internal static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [GeneratedRegex(@"^sha256-[0-9a-f]{64}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
