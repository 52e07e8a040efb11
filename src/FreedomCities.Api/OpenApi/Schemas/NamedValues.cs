using FreedomCities.Api.Content;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi.Schemas;

/// <summary>Turns enumerations that several requests share into named schemas, so that generated clients get one type for each.</summary>
internal sealed class NamedValues : IDocumentFilter
{
    private static readonly Dictionary<string, (string Name, string Description)> NamesByValues = new(StringComparer.Ordinal)
    {
        [Key(Vocabulary.RecordTypes.All)] = ("RecordType", "Type of a record."),
        [Key(Vocabulary.ChangeIncludes.All)] = ("ChangeInclude", "What a change can include."),
        [Key(Vocabulary.FaqIncludes.All)] = ("FaqInclude", "Kind of record that an FAQ entry can include whole."),
        [Key(Vocabulary.ContactKinds.All)] = ("ContactKind", "Kind of contact."),
        [Key(Vocabulary.ResourceKinds.All)] = ("ResourceKind", "Kind of resource."),
        [Key(Vocabulary.LinkStates.All)] = ("LinkState", "Result of the last check of a link."),
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var members in swaggerDoc.Components!.Schemas!.Values.Select(s => s.Properties!).ToArray())
        {
            foreach (var (name, member) in members.ToArray())
            {
                members[name] = ReplaceByReference(member, swaggerDoc)!;
            }
        }

        var operations = swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values);
        foreach (var parameter in operations.SelectMany(o => o.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Schema = ReplaceByReference(parameter.Schema, swaggerDoc);
        }
    }

    private static IOpenApiSchema? ReplaceByReference(IOpenApiSchema? given, OpenApiDocument document)
    {
        if (given is not OpenApiSchema schema)
        {
            return given;
        }

        schema.Items = ReplaceByReference(schema.Items, document);
        var values = schema.Enum ?? [];
        if (!NamesByValues.TryGetValue(Key(values), out var known))
        {
            return schema;
        }

        var named = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = known.Description,
            Enum = values,
            Examples = [values[0].DeepClone()],
        };
        document.Components!.Schemas!.TryAdd(known.Name, named);
        return new OpenApiSchemaReference(known.Name, document)
        {
            Description = schema.Description,
            Default = schema.Default,
            Examples = schema.Examples,
        };
    }

    private static string Key(IEnumerable<object> words) => string.Join(' ', words);
}
