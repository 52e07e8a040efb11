using System.Net;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// The network of a client, which limits are counted for: an IPv4 address or an IPv6 /64. By its hash, so that memory has a bound and no
/// address is stored.
/// </summary>
internal static class ClientNetwork
{
    /// <summary>How many are counted apart.</summary>
    public const int Count = 64 * 1024;

    // The hash differs from process to process: a client can't choose to share a number with another.
    public static int Number(IPAddress? client)
    {
        Span<byte> address = stackalloc byte[16];
        var length = 0;
        (client is { IsIPv4MappedToIPv6: true } ? client.MapToIPv4() : client)?.TryWriteBytes(address, out length);
        var hash = new HashCode();
        hash.AddBytes(address[..Math.Min(length, 8)]);
        return hash.ToHashCode() & (Count - 1);
    }
}
