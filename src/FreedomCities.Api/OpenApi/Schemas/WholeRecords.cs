using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Resources;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi.Schemas;

/// <summary>
/// Documents the effect of the parameter include: a reference of an FAQ entry becomes the whole record. It is one schema with optional
/// members, because C# generators take the first of several schemas, and zod removes what the first that fits doesn't have.
/// </summary>
internal sealed class WholeRecords : ISchemaFilter
{
    private static readonly Dictionary<Type, Type> RecordsByReference = new()
    {
        [typeof(ResourceReference)] = typeof(Resource),
        [typeof(ContactReference)] = typeof(Contact),
    };

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema own || !RecordsByReference.TryGetValue(context.Type, out var record))
        {
            return;
        }

        context.SchemaGenerator.GenerateSchema(record, context.SchemaRepository);
        foreach (var (name, member) in context.SchemaRepository.Schemas[record.Name].Properties!)
        {
            own.Properties!.TryAdd(name, member);
        }
    }
}
