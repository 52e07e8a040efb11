using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi.Schemas;

/// <summary>
/// Opens the schemas of responses, which may get new members. Those of request bodies stay closed, and state defaults only in words:
/// generators of TypeScript make a member with a default required.
/// </summary>
internal sealed class BodySchemas : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        OpenApiOperation[] operations = [.. swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values)];
        foreach (var parameter in operations.SelectMany(o => o.Parameters ?? []).Where(p => p.Schema!.Default is not null))
        {
            parameter.Description += StateDefault(parameter.Schema!);
        }

        var requests = operations
            .SelectMany(o => o.RequestBody?.Content?.Values ?? [])
            .Select(m => (m.Schema as OpenApiSchemaReference ?? (OpenApiSchemaReference)m.Schema!.Items!).Reference.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (name, schema) in swaggerDoc.Components!.Schemas!)
        {
            if (requests.Contains(name))
            {
                MoveDefaults(schema.Properties!.Values.OfType<OpenApiSchema>());
            }
            else
            {
                ((OpenApiSchema)schema).AdditionalPropertiesAllowed = true;
            }
        }
    }

    private static void MoveDefaults(IEnumerable<OpenApiSchema> members)
    {
        foreach (var member in members.Where(m => m.Default is not null))
        {
            member.Description += StateDefault(member);
            member.Default = null;
        }
    }

    private static string StateDefault(IOpenApiSchema schema) => $" Default: `{schema.Default}`.";
}
