using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FreedomCities.Api.Tests.Delivery.Snapshots;

/// <summary>A partner's copy of every text. The feed and a request for each changed record keep it current.</summary>
internal sealed class Replica(Service service)
{
    private readonly Dictionary<string, string> _texts = [];
    private string? _cursor;

    /// <summary>Each text by its type, slug and language, as it was read.</summary>
    public IEnumerable<KeyValuePair<string, string>> Texts => _texts.OrderBy(t => t.Key, StringComparer.Ordinal);

    public static async Task<Replica> OfSnapshot(Service service)
    {
        var replica = new Replica(service);
        using var response = await service.Get("/v1/snapshot");
        JsonElement[] lines = [.. (await response.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n').Select(l => JsonElement.Parse(l))];
        Array.ForEach(lines[..^1], l => replica.Put(l.Text("type"), l.GetProperty("record")));
        replica._cursor = lines[^1].Text("cursor");
        return replica;
    }

    /// <summary>Applies what the feed has, in small parts.</summary>
    public async Task Sync()
    {
        for (var more = true; more;)
        {
            var answer = await service.Json("/v1/changes?limit=7" + (_cursor is null ? "" : "&since=" + _cursor));
            foreach (var change in answer.GetProperty("items").EnumerateArray())
            {
                await Apply(change);
            }

            (_cursor, more) = (answer.Text("cursor"), answer.GetProperty("more").GetBoolean());
        }
    }

    private async Task Apply(JsonElement change)
    {
        var (type, language) = (change.Text("type"), change.Text("language"));
        _texts.Remove($"{type} {change.GetProperty("renamedFrom").GetString()} {language}");
        _texts.Remove($"{type} {change.Text("slug")} {language}");
        if (change.Text("action") == "upsert"
            && await Read($"/v1/{type}s/{change.Text("slug")}?lang={language}") is { } record
            && Language(record) == language)
        {
            Put(type, record);
        }
    }

    /// <summary>Null: it was withdrawn since, which a later change says.</summary>
    private async Task<JsonElement?> Read(string path)
    {
        using var response = await service.Send(HttpMethod.Get, path);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await Service.ReadJson(response),
            HttpStatusCode.PermanentRedirect => await Read(Service.Header(response, "Location")!),
            _ => null,
        };
    }

    private void Put(string type, JsonElement record) => _texts[$"{type} {record.Text("slug")} {Language(record)}"] = Own(record);

    private static string Language(JsonElement record) => record.GetProperty("language").Text("served");

    /// <summary>Without derived values, which produce no change: they follow from other records or from the time.</summary>
    private static string Own(JsonElement record)
    {
        var own = JsonObject.Create(record)!;
        own.Remove("updatedAt");
        own.Remove("faqCount");
        Array.ForEach(["requested", "available"], m => own["language"]!.AsObject().Remove(m));
        if (own.ContainsKey("linkState"))
        {
            own.Remove("topics");
        }

        return own.ToJsonString();
    }
}
