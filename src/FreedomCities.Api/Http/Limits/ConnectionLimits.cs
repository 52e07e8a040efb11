using System.Net;
using FreedomCities.Api.Telemetry.Metrics;
using Microsoft.AspNetCore.Connections;
using IPNetwork = System.Net.IPNetwork;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// Limits a client network to half of the connections (setting ConcurrentConnections): further ones are closed. A trusted proxy may use
/// all.
/// </summary>
internal sealed class ConnectionLimits(ServiceSettings settings, ServiceMetrics metrics)
{
    private readonly int[] _openConnections = new int[ClientNetwork.Count];
    private readonly int _perNetwork = settings.ConcurrentConnections / 2;
    private readonly IPNetwork[] _proxies = TrustedProxies.Parse(settings.TrustedProxies);

    public ConnectionDelegate Apply(ConnectionDelegate next) => connection =>
        connection.RemoteEndPoint is IPEndPoint { Address: var client } && !TrustedProxies.Contains(_proxies, client)
            ? Count(connection, ClientNetwork.Number(client), next)
            : next(connection);

    private async Task Count(ConnectionContext connection, int network, ConnectionDelegate next)
    {
        try
        {
            if (Interlocked.Increment(ref _openConnections[network]) <= _perNetwork)
            {
                await next(connection);
            }
            else
            {
                metrics.CountRejection(RejectionReason.Connections);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _openConnections[network]);
        }
    }
}
