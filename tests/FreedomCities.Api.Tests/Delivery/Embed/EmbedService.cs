using System.Net;
using System.Net.Sockets;
using FreedomCities.Api.Delivery.Embed;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>The service over the seed. It knows the address that browsers use.</summary>
public class EmbedService(TestCluster cluster) : Service(cluster)
{
    private const string Loading = "crossorigin=\"anonymous\" referrerpolicy=\"no-referrer\"";

    /// <summary>scheme://host:port.</summary>
    internal string Origin { get; init; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>The least that a partner must allow.</summary>
    internal string Policy => $"default-src 'none'; script-src {Origin}; connect-src {Origin}";

    protected override string Template => TestCluster.Located;

    private protected override string[] Settings => ["--urls", Origin, "--PublicUrl", Origin];

    /// <summary>What a partner pastes into a page, as the home page shows it.</summary>
    internal string Element(string topic = "freedom-cities", string? lang = "en", bool search = false, string? theme = null) =>
        $"""
        {Script()}
        <fc-faq{Attribute("topic", topic)}{Attribute("lang", lang)}{(search ? " search" : "")}{Attribute("theme", theme)}>{Link(topic, lang)}</fc-faq>
        """;

    /// <summary>The element without its script, with these attributes and this content.</summary>
    internal static string Bare(string attributes, string content = "") => $"<fc-faq {attributes}>{content}</fc-faq>";

    /// <summary>The script element of the snippet.</summary>
    internal string Script() =>
        $"""<script src="{Origin}{EmbedScript.Current.Path}" integrity="{EmbedScript.Current.Integrity}" {Loading} defer></script>""";

    // The script-free page of the same answers, for readers without script.
    private string Link(string topic, string? lang)
    {
        var query = $"topic={WebUtility.HtmlEncode(topic)}" + (lang is null ? "" : $"&amp;lang={lang}");
        return $"""<a href="{Origin}/embed/faqs?{query}">{(lang == "es" ? "Preguntas y respuestas" : "Questions and answers")}</a>""";
    }

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{WebUtility.HtmlEncode(value)}\"";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
