using System.Security.Cryptography;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>The style sheet in the page without script, and the policy that allows it.</summary>
internal static class EmbedStyle
{
    private const string File = "embed/faqs.css";

    public static readonly string Css = EmbeddedFiles.Text(File);

    /// <summary>Any site may frame the page. The page loads, runs and submits nothing.</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(EmbeddedFiles.Bytes(File)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors *";
}
