using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FreedomCities.Api.Http.Responses;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi;

/// <summary>
/// Adds examples: responses with the seed content, recorded in openapi/examples.json by operation. ContractTests compares them with the
/// current responses. Each schema gets the matching part of a response.
/// </summary>
internal sealed partial class Examples(PublicUrl site) : IDocumentFilter
{
    private const string RecordedAt = "http://localhost:5000";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var recorded = JsonNode.Parse(HereRecorded())!;
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values))
        {
            // Swagger UI fills in the parameters of the recorded request.
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                var request = recorded[operation.OperationId + (parameter.In == ParameterLocation.Path ? "" : ".query")];
                // a string has no members
                parameter.Example = request is JsonValue ? parameter.Example : request?[parameter.Name!]?.DeepClone();
            }

            // For an operation with a body, the request is recorded too.
            foreach (var media in (operation.RequestBody?.Content?.Values ?? []).OfType<OpenApiMediaType>())
            {
                media.Example = recorded[operation.OperationId + ".body"]?.DeepClone();
                Show(media.Schema, media.Example, swaggerDoc);
            }

            foreach (var media in operation.Responses!.Values.SelectMany(r => r.Content?.Values ?? []).OfType<OpenApiMediaType>())
            {
                media.Example ??= recorded[operation.OperationId!]?.DeepClone();
                Show(media.Schema, media.Example, swaggerDoc);
            }
        }
    }

    /// <summary>Adapts the examples, recorded at the root of localhost, to the URL of this deployment.</summary>
    private string HereRecorded() => PathOfService()
        .Replace(EmbeddedFiles.Text("openapi/examples.json"), site.LinkTo(""))
        .Replace(RecordedAt, site.Absolute(""), StringComparison.Ordinal);

    private static void Show(IOpenApiSchema? schema, JsonNode? example, OpenApiDocument document)
    {
        if (schema is null || example is null || example.IsJsonNullSentinel())
        {
            return;
        }

        if (schema is OpenApiSchemaReference reference)
        {
            var target = Target(reference, document);
            target.Examples ??= [example.DeepClone()];
            Show(target, example, document);
            return;
        }

        foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            Show(member, example[name], document);
        }

        foreach (var alternative in (schema.OneOf ?? []).OfType<OpenApiSchemaReference>().Where(a => Fits(Target(a, document), example)))
        {
            Show(alternative, example, document);
        }

        Show(schema.Items, example is JsonArray { Count: > 0 } items ? items[0] : null, document);
    }

    private static OpenApiSchema Target(OpenApiSchemaReference reference, OpenApiDocument document) =>
        (OpenApiSchema)document.Components!.Schemas![reference.Reference.Id!];

    private static bool Fits(OpenApiSchema schema, JsonNode example) =>
        example is JsonObject members && schema.Required!.All(members.ContainsKey);

    // Matches at the start of a JSON string.
    [GeneratedRegex(@"(?<="")(?=/[a-z.])")]
    private static partial Regex PathOfService();
}
