using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FreedomCities.Api.Http.Requests;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi;

/// <summary>Publishes <see cref="AllowedValuesAttribute"/> as enum: of a value, or of the items of a list.</summary>
internal sealed class AllowedValues : ISchemaFilter, IParameterFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context) => Publish(schema, context.MemberInfo);

    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context) => Publish(parameter.Schema, context.PropertyInfo);

    private static void Publish(IOpenApiSchema? schema, MemberInfo? member)
    {
        if (schema is OpenApiSchema own && member?.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed)
        {
            (own.Items as OpenApiSchema ?? own).Enum = [.. allowed.Values.Select(v => v is null ? JsonNullSentinel.JsonNull : JsonValue.Create((string)v))];
        }
    }
}

/// <summary>Documents a <see cref="TextList"/> as an array, separated by commas in a query.</summary>
internal sealed class TextLists : IParameterFilter
{
    public static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Array,
        Items = new OpenApiSchema { Type = JsonSchemaType.String },
        MinItems = 1,
        UniqueItems = true,
    };

    // Copies the description and bounds from the schema of the request record.
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (context.ParameterInfo is { Member: PropertyInfo { PropertyType: var type, DeclaringType: { } request } } && type == typeof(TextList) && parameter is OpenApiParameter own)
        {
            var schemas = new SchemaRepository(); // a throw-away repository: the document has no schemas of query records
            var body = (OpenApiSchemaReference)context.SchemaGenerator.GenerateSchema(request, schemas);
            var member = (OpenApiSchema)schemas.Schemas[body.Reference.Id!].Properties![own.Name!];
            (own.Style, own.Explode, own.Description) = (ParameterStyle.Form, false, member.Description);
            own.Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = member.Items, Examples = member.Examples, MinItems = 1, MaxItems = member.MaxItems, UniqueItems = true };
        }
    }
}

/// <summary>Marks required parameters.</summary>
internal sealed class RequiredParameters : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is OpenApiParameter own && context.PropertyInfo?.IsDefined(typeof(RequiredAttribute)) is true)
        {
            own.Required = true;
        }
    }
}

/// <summary>Documents nullable references as oneOf with null, and removes readOnly from computed members.</summary>
internal sealed class Nullability : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            switch (schema.Properties?.TryGetValue(name, out var member) is true ? member : null)
            {
                case OpenApiSchemaReference reference when new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable:
                    schema.Properties![name] = new OpenApiSchema
                    {
                        Description = reference.Description,
                        OneOf = [new OpenApiSchemaReference(reference.Reference.Id!), new OpenApiSchema { Type = JsonSchemaType.Null }], // the form that C# generators recognise as nullable
                    };
                    break;
                case OpenApiSchema own:
                    own.ReadOnly = false;
                    break;
            }
        }
    }
}
