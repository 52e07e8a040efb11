using System.Net.Http.Json;
using System.Text.Json;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What was found, best first, and whether the service stands by it.</summary>
internal sealed record Found(string[] Slugs, bool Confident);

/// <summary>Asks over HTTP as a client does: the contract's names for search and locate are here alone.</summary>
internal sealed class Ask(HttpClient http)
{
    private const int Limit = 20;

    public async Task<bool> IsReady(CancellationToken ct)
    {
        using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
        return response.IsSuccessStatusCode;
    }

    public async Task<Found> Search(string q, string language, string[] types, CancellationToken ct)
    {
        var answer = JsonElement.Parse(await SearchUnread(q, language, types, ct));
        return new Found(
            [.. answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("slug").GetString()!)],
            answer.GetProperty("confident").GetBoolean());
    }

    public Task<byte[]> SearchUnread(string q, string language, string[] types, CancellationToken ct) =>
        Post("/v1/search", new { q, types, lang = language, limit = Limit }, ct);

    public Task<byte[]> LocateUnread(string postalCode, CancellationToken ct) => Post("/v1/contacts/locate", new { postalCode }, ct);

    /// <summary>A request that does as little as one can.</summary>
    public Task<byte[]> Nothing(CancellationToken ct) => http.GetByteArrayAsync(new Uri("/health/live", UriKind.Relative), ct);

    private async Task<byte[]> Post<T>(string path, T body, CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync(path, body, ct);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync(ct)
            : throw new HttpRequestException(
                $"POST {path} {JsonSerializer.Serialize(
                    body)}: {(int)response.StatusCode}\n{await response.Content.ReadAsStringAsync(ct)}");
    }
}
