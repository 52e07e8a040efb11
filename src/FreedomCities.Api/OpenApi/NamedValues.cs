using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi;

/// <summary>Turns enumerations that several members share into named schemas, so that generated clients get one type for each.</summary>
internal sealed class NamedValues : IDocumentFilter
{
    private static readonly Dictionary<string, (string Name, string Description)> Names = new(StringComparer.Ordinal)
    {
        ["faq topic resource contact"] = ("RecordType", "Type of a record."),
        ["resources contacts"] = ("FaqInclude", "Kind of record that an FAQ entry can include whole."),
        ["office person"] = ("ContactKind", "Kind of contact."),
        ["website guide policy video document"] = ("ResourceKind", "Kind of resource."),
        ["ok redirected broken placeholder unchecked"] = ("LinkState", "Result of the last check of a link."),
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var members in swaggerDoc.Components!.Schemas!.Values.Select(s => s.Properties!).ToArray())
        {
            foreach (var (name, member) in members.ToArray())
            {
                members[name] = Named(member, swaggerDoc)!;
            }
        }

        foreach (var parameter in swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values).SelectMany(o => o.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Schema = Named(parameter.Schema, swaggerDoc);
        }
    }

    private static IOpenApiSchema? Named(IOpenApiSchema? given, OpenApiDocument document)
    {
        if (given is not OpenApiSchema schema)
        {
            return given;
        }

        schema.Items = Named(schema.Items, document);
        var values = (schema.Enum ?? []).Where(v => !v.IsJsonNullSentinel()).ToArray();
        if (!Names.TryGetValue(string.Join(' ', values.AsEnumerable()), out var known))
        {
            return schema;
        }

        document.Components!.Schemas!.TryAdd(known.Name, new OpenApiSchema { Type = JsonSchemaType.String, Description = known.Description, Enum = values, Examples = [values[0].DeepClone()] });
        var reference = new OpenApiSchemaReference(known.Name, document) { Description = schema.Description, Default = schema.Default, Examples = schema.Examples };
        return values.Length == schema.Enum!.Count ? reference : new OpenApiSchema { Description = schema.Description, OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }] };
    }
}
