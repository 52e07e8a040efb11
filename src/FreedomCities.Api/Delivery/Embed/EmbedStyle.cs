using System.Security.Cryptography;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>The style sheet and the script in an embed page, and the policy that allows them.</summary>
internal static class EmbedStyle
{
    private const string StyleFile = "embed/faqs.css";
    private const string ScriptFile = "embed/height.js";

    public static readonly string Css = EmbeddedFiles.Text(StyleFile);

    public static readonly string HeightScript = EmbeddedFiles.Text(ScriptFile);

    private static readonly string StyleHash = Hash(StyleFile);
    private static readonly string ScriptHash = Hash(ScriptFile);

    /// <summary>Any site may frame the page. It loads nothing, and submits at most the search to this service.</summary>
    public static string CreatePolicy(EmbedFaqsRequest request)
    {
        var script = request.TellsHeight ? $"script-src {ScriptHash}; " : "";
        var target = request.HasSearch ? "'self'" : "'none'";
        return $"default-src 'none'; {script}style-src {StyleHash}; base-uri 'none'; form-action {target}; frame-ancestors *";
    }

    private static string Hash(string file) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(EmbeddedFiles.Bytes(file)))}'";
}
