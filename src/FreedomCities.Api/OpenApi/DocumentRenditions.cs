using System.Text.Json;
using System.Text.Json.Nodes;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace FreedomCities.Api.OpenApi;

/// <summary>
/// Serves the OpenAPI document: as 3.1, as 3.0 for programs that don't read 3.1, and with menus of examples for Swagger UI.
/// </summary>
internal static class DocumentRenditions
{
    public static async Task<Utf8ContentHttpResult> As31(ISwaggerProvider documents, CancellationToken ct) =>
        Respond(await Render(documents, OpenApiSpecVersion.OpenApi3_1, ct));

    public static async Task<Utf8ContentHttpResult> As30(ISwaggerProvider documents, CancellationToken ct)
    {
        var json = await Render(documents, OpenApiSpecVersion.OpenApi3_0, ct);
        Visit(json, CompleteNull);
        return Respond(json);
    }

    /// <summary>
    /// The first entry of a menu is empty, which isn't valid by the schema: linters would report it in the public document.
    /// </summary>
    public static async Task<Utf8ContentHttpResult> ForSwaggerUi(ISwaggerProvider documents, CancellationToken ct)
    {
        var json = await Render(documents, OpenApiSpecVersion.OpenApi3_1, ct);
        var operations = json["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value!);
        foreach (var parameter in operations.SelectMany(o => o["parameters"]?.AsArray() ?? []))
        {
            parameter!["schema"]!.AsObject().Remove("default"); // it would be filled in
            (parameter["examples"] as JsonObject)?.Insert(0, "none", new JsonObject { ["summary"] = "Not sent", ["value"] = "" });
        }

        return Respond(json);
    }

    private static async Task<JsonObject> Render(ISwaggerProvider documents, OpenApiSpecVersion version, CancellationToken ct)
    {
        var document = documents.GetSwagger(SwaggerDocs.Document);
        var json = JsonNode.Parse(await document.SerializeAsJsonAsync(version, ct))!.AsObject();
        Visit(json, MoveNullLast);
        return json;
    }

    private static Utf8ContentHttpResult Respond(JsonObject json) =>
        TypedResults.Text(JsonSerializer.SerializeToUtf8Bytes(json, Json.Documents), "application/json; charset=utf-8");

    private static void Visit(JsonNode? node, Action<JsonObject> visit)
    {
        var children = node switch
        {
            JsonArray list => list.ToArray(),
            JsonObject members => [.. members.Select(m => m.Value)],
            _ => [],
        };
        Array.ForEach(children, c => Visit(c, visit));
        if (node is JsonObject found)
        {
            visit(found);
        }
    }

    // Some generators look only at the first type of a list.
    private static void MoveNullLast(JsonObject schema)
    {
        if (schema["type"] is JsonArray types && (string?)types[0] == "null")
        {
            types.RemoveAt(0);
            types.Add("null");
        }
    }

    // 3.0 has no type "null". The library writes an alternative that is nullable without a type, which validators refuse.
    private static void CompleteNull(JsonObject schema)
    {
        if (schema["enum"] is JsonArray { Count: 1 } values && values[0] is null)
        {
            schema["type"] = "object";
        }
    }
}
