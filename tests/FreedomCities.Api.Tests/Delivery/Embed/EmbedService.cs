using System.Net;
using System.Net.Sockets;
using FreedomCities.Api.Delivery.Embed;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>The service over the real document, which knows the address that browsers reach it at.</summary>
public class EmbedService(TestCluster cluster) : Service(cluster)
{
    /// <summary>scheme://host:port.</summary>
    internal string Origin { get; init; } = $"http://127.0.0.1:{FreePort()}";

    internal PublicUrl Site => new(new ServiceSettings { PublicUrl = Origin });

    /// <summary>The least that a partner must allow.</summary>
    internal string Policy => $"default-src 'none'; script-src {Origin}; connect-src {Origin}";

    protected override string Template => TestCluster.Located;

    private protected override string[] Settings => ["--urls", Origin, "--PublicUrl", Origin];

    internal string Element(string topic = "freedom-cities", string? lang = "en", bool search = false, string? theme = null) =>
        EmbedScript.Current.Snippet(Site, topic, lang, search, theme);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
