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
    private const string RecordedBaseUrl = "http://localhost:5000";

    // No contact of the seed and no setting of the example has them.
    private const string Unrecorded = """
        {
          "Address": {
            "poBox": null, "extended": null, "street": "1600 Pennsylvania Avenue NW", "locality": "Washington", "region": "DC",
            "postalCode": "20500", "country": "US"
          },
          "Hours": {
            "zone": "America/Denver", "weekly": [{ "days": ["MO", "TU", "WE", "TH", "FR"], "opens": "09:00", "closes": "17:00" }],
            "text": "Closed on federal holidays"
          },
          "JsonLdPublisher": { "@type": "Organization", "url": "https://example.com/contact" }
        }
        """;

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var recorded = JsonNode.Parse(AdaptToDeployment())!;
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values))
        {
            var query = recorded[operation.OperationId + ".query"];
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                AddExample(parameter, parameter.In == ParameterLocation.Path ? recorded[operation.OperationId!]! : query);
            }

            // For an operation with a body, the request is recorded too.
            foreach (var media in (operation.RequestBody?.Content?.Values ?? []).OfType<OpenApiMediaType>())
            {
                media.Example = recorded[operation.OperationId + ".body"]?.DeepClone();
                AddExample(media.Schema, media.Example, swaggerDoc);
            }

            foreach (var media in operation.Responses!.Values.SelectMany(r => r.Content?.Values ?? []).OfType<OpenApiMediaType>())
            {
                media.Example ??= recorded[operation.OperationId!]?.DeepClone();
                AddExample(media.Schema, media.Example, swaggerDoc);
            }
        }

        foreach (var (schema, example) in JsonNode.Parse(Unrecorded)!.AsObject())
        {
            AddExample(new OpenApiSchemaReference(schema, swaggerDoc), example, swaggerDoc);
        }
    }

    /// <summary>Adapts the examples, recorded at the root of localhost, to the URL of this deployment.</summary>
    private string AdaptToDeployment() => StartOfPath()
        .Replace(EmbeddedFiles.Text("openapi/examples.json"), site.LinkTo(""))
        .Replace(RecordedBaseUrl, site.Absolute(""), StringComparison.Ordinal);

    // `example` is what an operation needs, as in the recorded request; `examples` is what else it takes.
    private static void AddExample(OpenApiParameter parameter, JsonNode? request)
    {
        var needed = request is JsonObject members ? members[parameter.Name!] : null; // indexing a string would throw
        var offered = parameter.Schema!.Examples?[0];
        RemoveExamples(parameter.Schema);
        if (needed is not null || parameter.Required)
        {
            parameter.Example = needed?.DeepClone() ?? parameter.Example;
        }
        else if (offered is not null)
        {
            parameter.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
            {
                ["example"] = new OpenApiExample { Value = offered },
            };
        }
    }

    private static void RemoveExamples(IOpenApiSchema schema)
    {
        switch (schema)
        {
            case OpenApiSchema own:
                own.Examples = null;
                break;
            case OpenApiSchemaReference reference:
                reference.Examples = null;
                break;
        }
    }

    private static void AddExample(IOpenApiSchema? schema, JsonNode? example, OpenApiDocument document)
    {
        if (schema is null || example is null || example.IsJsonNullSentinel())
        {
            return;
        }

        if (schema is OpenApiSchemaReference reference)
        {
            var target = Resolve(reference, document);
            target.Examples ??= [example.DeepClone()];
            AddExample(target, example, document);
            return;
        }

        foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            AddExample(member, example[name], document);
        }

        foreach (var alternative in (schema.OneOf ?? []).OfType<OpenApiSchemaReference>()) // or null
        {
            AddExample(alternative, example, document);
        }

        AddExample(schema.Items, example is JsonArray { Count: > 0 } items ? items[0] : null, document);
    }

    private static OpenApiSchema Resolve(OpenApiSchemaReference reference, OpenApiDocument document) =>
        (OpenApiSchema)document.Components!.Schemas![reference.Reference.Id!];

    // Matches at the start of a JSON string that is a path.
    [GeneratedRegex(@"(?<="")(?=/[a-z.])")]
    private static partial Regex StartOfPath();
}
