using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace FreedomCities.Api.Http.Limits;

/// <summary>Uses X-Forwarded-For only from the proxies of the setting TrustedProxies: other clients can write anything into it.</summary>
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

    public static bool Contains(IPNetwork[] proxies, IPAddress? client) =>
        client is not null && Array.Exists(proxies, p => p.Contains(client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client));

    /// <summary>Whether the request is of a trusted proxy that names no client.</summary>
    public static bool IsProxyItself(HttpContext http, IPNetwork[] proxies) =>
        !http.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName)
        && Contains(proxies, http.Connection.RemoteIpAddress);

    private static IPNetwork Network(string given) =>
        IPNetwork.TryParse(WithPrefixLength(given), out var network) && IsWhole(network, given)
            ? network
            : throw new ConfigurationException(
                "TrustedProxies must be addresses or networks, separated by commas, for example 192.0.2.1, 10.0.0.0/8:"
                + $" '{given}' is neither.");

    private static string WithPrefixLength(string given)
    {
        var length = given.Contains(':', StringComparison.Ordinal) ? 128 : 32;
        return given.Contains('/', StringComparison.Ordinal) ? given : $"{given}/{length}";
    }

    // 10.1 would be parsed as 10.0.0.1.
    private static bool IsWhole(IPNetwork network, string given) =>
        network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6 || given.Split('/')[0] == network.BaseAddress.ToString();
}
