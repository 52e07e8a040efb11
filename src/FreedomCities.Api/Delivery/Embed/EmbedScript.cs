using System.Collections.Frozen;
using System.Security.Cryptography;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>
/// Release of the script of fc-faq. Its name contains the start of its SHA-384. The whole hash is the integrity value (W3C Subresource
/// Integrity), so a page gets exactly these bytes or none.
/// </summary>
internal sealed class EmbedScript
{
    private const int DigitsInName = 16;

    private EmbedScript(string file)
    {
        Bytes = EmbeddedFiles.Bytes(file);
        var hash = SHA384.HashData(Bytes);
        var extension = System.IO.Path.GetExtension(file);
        Name = $"fc-faq.{Convert.ToHexStringLower(hash)[..DigitsInName]}{extension}";
        Integrity = "sha384-" + Convert.ToBase64String(hash);
    }

    /// <summary>Newest release, for a script element.</summary>
    public static EmbedScript Current { get; } = new("embed/fc-faq.js");

    /// <summary>Newest release, for import.</summary>
    public static EmbedScript CurrentModule { get; } = new("embed/fc-faq.mjs");

    /// <summary>All releases by name. Partner pages refer to old ones.</summary>
    public static FrozenDictionary<string, EmbedScript> Released { get; } =
        EmbeddedFiles.ListNames("embed/releases").Select(f => new EmbedScript(f)).ToFrozenDictionary(s => s.Name, StringComparer.Ordinal);

    public byte[] Bytes { get; }

    public string Name { get; }

    public string Path => "/embed/" + Name;

    public string Integrity { get; }
}
