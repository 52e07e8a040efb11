using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Snapshots;

/// <summary>A partner's copy of every text, kept current by the feed alone.</summary>
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
            var answer = await service.Json("/v1/changes?limit=7&include=record" + (_cursor is null ? "" : "&since=" + _cursor));
            Array.ForEach([.. answer.GetProperty("items").EnumerateArray()], Apply);
            (_cursor, more) = (answer.Text("cursor"), answer.GetProperty("more").GetBoolean());
        }
    }

    private void Apply(JsonElement change)
    {
        var (type, language) = (change.Text("type"), change.Text("language"));
        _texts.Remove($"{type} {change.GetProperty("renamedFrom").GetString()} {language}");
        _texts.Remove($"{type} {change.Text("slug")} {language}");
        if (change.TryGetProperty("record", out var record))
        {
            Put(type, record);
        }
    }

    private void Put(string type, JsonElement record) =>
        _texts[$"{type} {record.Text("slug")} {record.GetProperty("language").Text("served")}"] = record.GetRawText();
}
