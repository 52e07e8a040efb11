using System.Net;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// The network of a client: an IPv4 address or an IPv6 /64. Limits count by its hash, so that memory is bounded and no address is stored.
/// </summary>
internal static class ClientNetwork
{
    /// <summary>How many networks are counted separately.</summary>
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
