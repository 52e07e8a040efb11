using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Delivery.Changes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi.Schemas;

/// <summary>
/// Documents the record of a change. It has no discriminator: the type is a member of the change. The schema has a name and anyOf, because
/// NSwag takes the first schema of an unnamed oneOf, and makes no class for a named one.
/// </summary>
internal sealed class ChangedRecords : IDocumentFilter
{
    private const string Record = "ChangedRecord";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = swaggerDoc.Components!.Schemas!;
        schemas[Record] = new OpenApiSchema
        {
            Description = "Record of a change. The `type` of the change tells the schema.",
            AnyOf =
            [
                .. new[] { nameof(Faq), nameof(Contact), nameof(Resource), nameof(Topic) }
                    .Select(name => new OpenApiSchemaReference(name, swaggerDoc)),
            ],
            Examples = [schemas[nameof(Faq)].Examples![0].DeepClone()],
        };
        var members = schemas[nameof(Change)].Properties!;
        members["record"] = new OpenApiSchemaReference(Record, swaggerDoc) { Description = members["record"].Description };
    }
}
