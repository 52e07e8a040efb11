using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Paging;

/// <summary>Signs texts that clients carry and can't change (HMAC-SHA256, RFC 2104).</summary>
/// <param name="binding">Context in which the texts are valid.</param>
internal sealed class CursorSigner(byte[] key, string binding)
{
    private const int MacLength = 16;
    private const int MaxLength = 4000;

    public static OpenApiSchema CreateSchema() =>
        new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = MaxLength, Pattern = "^[A-Za-z0-9_-]+$" };

    public string Sign(string[] parts)
    {
        var payload = Encoding.UTF8.GetBytes(string.Join('\n', parts));
        return WebEncoders.Base64UrlEncode([.. Mac(payload), .. payload]);
    }

    /// <summary>Parts of a signed text. Null: the signature is invalid or of another context.</summary>
    public string[]? Verify(string text)
    {
        var bytes = text.Length <= MaxLength ? Decode(text) : [];
        if (bytes.Length <= MacLength)
        {
            return null;
        }

        var payload = bytes[MacLength..];
        var isValid = CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MacLength), Mac(payload));
        return isValid ? Encoding.UTF8.GetString(payload).Split('\n') : null;
    }

    private byte[] Mac(byte[] payload) =>
        HMACSHA256.HashData(key, (byte[])[.. payload, 0, .. Encoding.UTF8.GetBytes(binding)])[..MacLength];

    // A text in another spelling of the same bytes isn't one that was signed.
    private static byte[] Decode(string text)
    {
        try
        {
            var bytes = WebEncoders.Base64UrlDecode(text);
            return string.Equals(WebEncoders.Base64UrlEncode(bytes), text, StringComparison.Ordinal) ? bytes : [];
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
