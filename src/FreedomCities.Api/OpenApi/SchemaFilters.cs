using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi;

/// <summary>Publishes <see cref="AllowedValuesAttribute"/> as enum.</summary>
internal sealed class AllowedValues : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema own && context.MemberInfo?.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed)
        {
            own.Enum = [.. allowed.Values.Select(v => v is null ? JsonNullSentinel.JsonNull : JsonValue.Create((string)v))];
        }
    }
}

/// <summary>
/// A member that may be null says so where its schema is a reference. A computed member isn't read-only: all members of a response are.
/// </summary>
internal sealed class Nullability : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (schema.Properties is { } members && members.TryGetValue(name, out var member))
            {
                members[name] = Corrected(member, property);
            }
        }
    }

    private static IOpenApiSchema Corrected(IOpenApiSchema member, PropertyInfo property)
    {
        switch (member)
        {
            case OpenApiSchemaReference reference when IsNullable(property):
                return AllowNull(reference);
            case OpenApiSchema own:
                own.ReadOnly = false;
                return own;
            default:
                return member;
        }
    }

    private static bool IsNullable(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    // The form that C# client generators recognise as nullable.
    private static OpenApiSchema AllowNull(OpenApiSchemaReference reference) => new()
    {
        Description = reference.Description,
        OneOf = [new OpenApiSchemaReference(reference.Reference.Id!), new OpenApiSchema { Type = JsonSchemaType.Null }],
    };
}
