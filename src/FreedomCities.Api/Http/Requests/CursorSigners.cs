using System.Security.Cryptography;
using System.Text;
using FreedomCities.Api.Database;
using Microsoft.AspNetCore.WebUtilities;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Creates signers for cursors. All instances share the key, and each signer is bound to a context such as a list.</summary>
internal sealed class CursorSigners(SecretQueries secrets)
{
    private byte[]? _key;

    public async Task<CursorSigner> For(string binding, CancellationToken ct) => new(_key ??= await secrets.Find("cursor", ct), binding);
}

/// <param name="binding">Context in which the cursors are valid.</param>
internal sealed class CursorSigner(byte[] key, string binding)
{
    private const int MacLength = 16;
    private const int MaxLength = 4000;

    public string Sign(string[] parts)
    {
        var payload = Encoding.UTF8.GetBytes(string.Join('\n', parts));
        return WebEncoders.Base64UrlEncode([.. Mac(payload), .. payload]);
    }

    /// <summary>Null: the signature is invalid or of another context.</summary>
    public string[]? TryVerify(string text)
    {
        if (text.Length > MaxLength || !TryDecode(text, out var bytes) || bytes.Length <= MacLength)
        {
            return null;
        }

        var payload = bytes[MacLength..];
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MacLength), Mac(payload)) ? Encoding.UTF8.GetString(payload).Split('\n') : null;
    }

    private byte[] Mac(byte[] payload) =>
        HMACSHA256.HashData(key, (byte[])[.. payload, 0, .. Encoding.UTF8.GetBytes(binding)])[..MacLength];

    private static bool TryDecode(string text, out byte[] bytes)
    {
        try
        {
            bytes = WebEncoders.Base64UrlDecode(text);
            return string.Equals(WebEncoders.Base64UrlEncode(bytes), text, StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            bytes = [];
            return false;
        }
    }
}
