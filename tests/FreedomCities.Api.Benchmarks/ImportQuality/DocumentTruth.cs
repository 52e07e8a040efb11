using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Benchmarks.ImportQuality;

/// <summary>What a document holds, as a reader would say: a file of the truth folder.</summary>
internal sealed record DocumentTruth
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public required string File { get; init; }

    public string? Title { get; init; }

    public string[]? AlsoTitles { get; init; }

    public JsonElement Refuse { get; init; }

    public TruthQuestion[] Questions { get; init; } = [];

    public string[]? LeftOut { get; init; }

    [JsonIgnore]
    public bool MayBeRefused => Refuse.ValueKind is JsonValueKind.True or JsonValueKind.String;

    [JsonIgnore]
    public bool MustBeRefused => Refuse.ValueKind == JsonValueKind.True;

    public static DocumentTruth Read(string path) => JsonSerializer.Deserialize<DocumentTruth>(System.IO.File.ReadAllText(path), Options)!;
}
