using System.Collections.Frozen;
using System.Security.Cryptography;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>
/// A release of fc-faq.js. Its name begins with its SHA-384, so the bytes under a name never change. The whole hash is its integrity
/// (W3C Subresource Integrity).
/// </summary>
internal sealed class EmbedScript
{
    private const int DigitsInName = 16;

    private EmbedScript(string file)
    {
        Bytes = EmbeddedFiles.Bytes(file);
        var hash = SHA384.HashData(Bytes);
        Name = $"fc-faq.{Convert.ToHexStringLower(hash)[..DigitsInName]}.js";
        Integrity = "sha384-" + Convert.ToBase64String(hash);
    }

    /// <summary>The newest release.</summary>
    public static EmbedScript Current { get; } = new("embed/fc-faq.js");

    /// <summary>Every release by name. None is ever removed, because partners' pages name it.</summary>
    public static FrozenDictionary<string, EmbedScript> Released { get; } =
        EmbeddedFiles.Names("embed/releases").Select(f => new EmbedScript(f)).ToFrozenDictionary(s => s.Name, StringComparer.Ordinal);

    public byte[] Bytes { get; }

    public string Name { get; }

    public string Path => "/embed/" + Name;

    public string Integrity { get; }
}
