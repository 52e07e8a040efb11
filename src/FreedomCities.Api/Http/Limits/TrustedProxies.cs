using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace FreedomCities.Api.Http.Limits;

/// <summary>X-Forwarded-For counts from the proxies of the setting TrustedProxies alone: anybody else may write anything into it.</summary>
internal static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        var networks = Parse(app.Services.GetRequiredService<ServiceSettings>().TrustedProxies);
        if (networks.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        Array.ForEach(networks, options.KnownIPNetworks.Add);
        app.UseForwardedHeaders(options);
    }

    public static IPNetwork[] Parse(string? setting) =>
        [.. setting?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Network) ?? []];

    public static bool Contain(IPNetwork[] proxies, IPAddress? client) =>
        client is not null && Array.Exists(proxies, p => p.Contains(client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client));

    /// <summary>Whether a trusted proxy has sent a request in which it names no client.</summary>
    public static bool IsProxyItself(HttpContext http, IPNetwork[] proxies) =>
        !http.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName)
        && Contain(proxies, http.Connection.RemoteIpAddress);

    private static IPNetwork Network(string given) =>
        IPNetwork.TryParse(given.Contains('/', StringComparison.Ordinal) ? given : $"{given}/{(given.Contains(':', StringComparison.Ordinal) ? 128 : 32)}", out var network)
        && (network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6 || given.Split('/')[0] == network.BaseAddress.ToString()) // 10.1 is read as 10.0.0.1
            ? network
            : throw new ConfigurationException($"TrustedProxies must be addresses or networks, separated by commas, for example 192.0.2.1, 10.0.0.0/8: '{given}' is neither.");
}
