using System.Collections.Concurrent;
using Microsoft.AspNetCore.ResponseCompression;

namespace FreedomCities.Api.Http.Rendering;

/// <summary>Negotiates the content encoding (RFC 9110, section 12.5.3) once for each value of Accept-Encoding.</summary>
internal sealed class EncodingNegotiation(IResponseCompressionProvider compression)
{
    // Browsers send a handful of values. Others are negotiated anew, so that clients can't fill the memory.
    private const int MaxValues = 64;
    private const int MaxLength = 100;

    private readonly ConcurrentDictionary<string, ICompressionProvider?> _chosen = new(StringComparer.Ordinal);

    /// <returns>Null: no content coding (identity).</returns>
    public ICompressionProvider? Choose(HttpContext http)
    {
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        if (_chosen.TryGetValue(accepted, out var chosen))
        {
            return chosen;
        }

        chosen = compression.Negotiate(http);
        if (accepted.Length <= MaxLength && _chosen.Count < MaxValues)
        {
            _chosen[accepted] = chosen;
        }

        return chosen;
    }
}
