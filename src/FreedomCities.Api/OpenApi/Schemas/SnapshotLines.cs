using System.Text.Json.Nodes;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Delivery.Snapshots;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi.Schemas;

/// <summary>
/// Documents the lines of a snapshot. The body itself stays a stream of bytes for generated clients, because none of them reads NDJSON.
/// </summary>
internal sealed class SnapshotLines : IDocumentFilter
{
    private const string Line = "SnapshotLine";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var snapshot = swaggerDoc.Paths["/v1/snapshot"].Operations![HttpMethod.Get].Responses!["200"].Content![Snapshot.MediaType];
        JsonNode[] recorded = [.. snapshot.Example!.GetValue<string>().TrimEnd().Split('\n').Select(l => JsonNode.Parse(l)!)];
        var end = (OpenApiSchemaReference)context.SchemaGenerator.GenerateSchema(typeof(SnapshotEnd), context.SchemaRepository);
        var schemas = swaggerDoc.Components!.Schemas!;
        var last = (OpenApiSchema)schemas[nameof(SnapshotEnd)];
        (last.Examples, last.AdditionalPropertiesAllowed) = ([recorded[^1].DeepClone()], true);
        var lines = new Dictionary<string, OpenApiSchemaReference>(StringComparer.Ordinal)
        {
            ["faq"] = AddLine("faq", "an FAQ entry", nameof(Faq), swaggerDoc),
            ["topic"] = AddLine("topic", "a topic", nameof(Topic), swaggerDoc),
            ["resource"] = AddLine("resource", "a resource", nameof(Resource), swaggerDoc),
            ["contact"] = AddLine("contact", "a contact", nameof(Contact), swaggerDoc),
            ["end"] = end,
        };
        schemas[Line] = new OpenApiSchema
        {
            Description = "Line of a snapshot: a record in one language, or the end.",
            OneOf = [.. lines.Values],
            Discriminator = new OpenApiDiscriminator { PropertyName = "type", Mapping = lines },
            Examples = [recorded[0].DeepClone(), recorded[^1].DeepClone()],
        };
        var body = (OpenApiSchema)snapshot.Schema!;
        (body.ContentMediaType, body.ContentSchema) = (Snapshot.MediaType, new OpenApiSchemaReference(Line, swaggerDoc));
    }

    private static OpenApiSchemaReference AddLine(string type, string words, string record, OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        var name = "Snapshot" + record;
        schemas[name] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = $"Line of a snapshot with {words} in one language.",
            Required = new HashSet<string>(StringComparer.Ordinal) { "type", "record" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [type], Description = "Type of the record." },
                ["record"] = new OpenApiSchemaReference(record, document) { Description = "Record, in the form of the single GET." },
            },
            Examples = [new JsonObject { ["type"] = type, ["record"] = schemas[record].Examples![0].DeepClone() }],
        };
        return new OpenApiSchemaReference(name, document);
    }
}
