using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Support;

/// <summary>Asks as a reader does.</summary>
internal static class SearchClient
{
    // A published change is found within 1 s, which the benchmark measures; a crowded machine may be late.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="rest">More parameters, each with its &amp;.</param>
    public static Task<JsonElement> Search(
        this Service service,
        string q,
        string rest = "",
        params (string Name, string Value)[] headers) =>
        service.Json(Path(q) + rest, HttpStatusCode.OK, headers);

    public static string Path(string q) => "/v1/search?q=" + Uri.EscapeDataString(q);

    /// <summary>The slugs of what is found, best first.</summary>
    public static async Task<string[]> Found(this Service service, string q, string rest = "") =>
        [.. (await service.Search(q, rest)).GetProperty("items").EnumerateArray().Select(i => i.Text("slug"))];

    public static async Task<JsonElement> First(this Service service, string q, string rest = "")
    {
        var answer = await service.Search(q, rest);
        Assert.True(answer.GetProperty("items").GetArrayLength() > 0, $"Nothing was found for '{q}'.");
        return answer.GetProperty("items")[0];
    }

    /// <summary>Waits for a change of the content to be found.</summary>
    public static async Task Finds(this Service service, string q, Func<string[], bool> isSo, string rest = "")
    {
        string[] found = [];
        await Eventually.Is(
            async () => isSo(found = await service.Found(q, rest)),
            () => $"'{q}' finds [{string.Join(", ", found)}].",
            Patience);
    }

    public static Task<HttpResponseMessage> Ask(this Service service, string body, string type = "application/json", string query = "") =>
        service.Post("/v1/search" + query, body, type);

    public static JsonElement Snippet(this JsonElement found) => found.GetProperty("snippet");

    /// <summary>What is highlighted, after a check of the promises that every snippet keeps.</summary>
    public static string[] Highlighted(this JsonElement found)
    {
        var text = found.Snippet().Text("text");
        Assert.InRange(text.Length, 0, 240);
        var (highlighted, last) = (new List<string>(), 0);
        foreach (var range in found.Snippet()
            .GetProperty("highlights")
            .EnumerateArray()
            .Select(h => (Start: h[0].GetInt32(), End: h[1].GetInt32())))
        {
            Assert.True(
                last <= range.Start && range.Start < range.End && range.End <= text.Length,
                $"{range} after {last} in a text of {text.Length}: {text}");
            highlighted.Add(text[range.Start..range.End]);
            last = range.End;
        }

        return [.. highlighted];
    }
}
