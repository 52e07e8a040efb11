using System.Text.Json;

namespace FreedomCities.Api.Tests.Support;

/// <summary>Reads JSON with few words.</summary>
internal static class Json
{
    public static string Text(this JsonElement record, string name) => record.GetProperty(name).GetString()!;

    public static string Answer(this JsonElement faq, string form) => faq.GetProperty("answer").GetProperty(form).GetString()!;

    public static string[] Referred(this JsonElement faq, string name) =>
        [.. faq.GetProperty(name).EnumerateArray().Select(r => r.Text("slug"))];
}
