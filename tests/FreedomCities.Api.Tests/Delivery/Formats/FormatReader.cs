using System.Diagnostics;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Formats;

/// <summary>read.mjs, started by the first test that needs it for all of them; it ends with this process, whose pipe it reads.</summary>
internal static class FormatReader
{
    private static readonly SemaphoreSlim One = new(1);
    private static Process? _node;

    /// <summary>What a document holds; demands that the library finds nothing wrong.</summary>
    public static async Task<JsonElement> Read(string format, string text)
    {
        await One.WaitAsync();
        try
        {
            _node ??= Programs.StartNode("Delivery/Formats/read.mjs");
            await _node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { format, text }));
            await _node.StandardInput.FlushAsync();
            var answer = JsonElement.Parse(await _node.StandardOutput.ReadLineAsync() ?? """{"error":"read.mjs has ended."}""");
            Assert.False(answer.TryGetProperty("error", out var error), $"{format}: {error}\n{text}");
            return answer.GetProperty("value");
        }
        finally
        {
            One.Release();
        }
    }
}
