using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Resources;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi;

/// <summary>
/// Documents the effect of the parameter include: an FAQ entry contains references or whole records. It uses oneOf, because C# generators
/// turn anyOf into an empty class. Only a whole record has a revision.
/// </summary>
internal sealed class WholeRecords : ISchemaFilter
{
    private const string DistinguishingMember = "revision";

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema own)
        {
            return;
        }

        if (context.Type == typeof(Faq))
        {
            Allow<Resource>(own.Properties!["resources"], context);
            Allow<Contact>(own.Properties!["contacts"], context);
        }
        else if (context.Type == typeof(ResourceReference) || context.Type == typeof(ContactReference))
        {
            own.Not = new OpenApiSchema
            {
                Required = new HashSet<string>(StringComparer.Ordinal) { DistinguishingMember },
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                {
                    [DistinguishingMember] = new OpenApiSchema(),
                },
            };
        }
    }

    private static void Allow<T>(IOpenApiSchema list, SchemaFilterContext context) =>
        ((OpenApiSchema)list).Items = new OpenApiSchema
        {
            OneOf = [list.Items!, context.SchemaGenerator.GenerateSchema(typeof(T), context.SchemaRepository)],
        };
}
