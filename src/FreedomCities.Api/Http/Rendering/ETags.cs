using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Rendering;

/// <summary>
/// Conditional requests (RFC 9110, section 13). Every 200 of GET has a strong validator: a hash of the bytes that are sent, so that each
/// encoding has its own.
/// </summary>
internal static class ETags
{
    public static EntityTagHeaderValue Create(ReadOnlySpan<byte> hash) => new($"\"{Convert.ToBase64String(hash[..18])}\"");

    /// <summary>Whether the client has the response already: a 304.</summary>
    public static bool Matches(HttpRequest request, EntityTagHeaderValue tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } header && (header == tag.Tag.Value || Contains(header, tag));

    private static bool Contains(StringValues header, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(header!, out var given)
        && given.Any(g => g.Equals(EntityTagHeaderValue.Any) || g.Compare(tag, useStrongComparison: false));
}
