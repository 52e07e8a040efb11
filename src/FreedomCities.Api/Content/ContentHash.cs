using System.Security.Cryptography;
using System.Text;

namespace FreedomCities.Api.Content;

/// <summary>
/// <c>sha256-</c> and the lower-case hex SHA-256 of a canonical text: its parts in Unicode normalisation form C with line feeds,
/// joined by two line feeds, in UTF-8. The parts of an FAQ entry are its question and its answer's Markdown as served.
/// </summary>
internal static class ContentHash
{
    public static string Compute(params IEnumerable<string?> parts) =>
        "sha256-" + Sha256(Encoding.UTF8.GetBytes(string.Join("\n\n", parts).ReplaceLineEndings("\n").Normalize()));

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
