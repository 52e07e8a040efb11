using System.Security.Cryptography;
using System.Text;

namespace FreedomCities.Api.Content;

/// <summary>
/// Computes <c>sha256-</c> and the lower-case hex SHA-256 of a canonical text. The canonical text joins the parts by two line feeds,
/// in Unicode normalisation form C, with line feeds as line ends, in UTF-8. The parts of an FAQ entry are question and served Markdown.
/// </summary>
internal static class ContentHash
{
    public static string Compute(params IEnumerable<string?> parts) =>
        "sha256-" + Sha256(Encoding.UTF8.GetBytes(string.Join("\n\n", parts).ReplaceLineEndings("\n").Normalize()));

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
