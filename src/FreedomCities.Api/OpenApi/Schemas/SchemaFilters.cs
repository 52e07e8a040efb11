using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FreedomCities.Api.Http.Problems;
using Microsoft.OpenApi;
using Microsoft.OpenApi.MicrosoftExtensions;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi.Schemas;

/// <summary>
/// Publishes <see cref="AllowedValuesAttribute"/> of a response: one value as enum, several as x-extensible-enum and in the description.
/// Generated clients fail on a value that an enum lacks, and later versions may add values.
/// </summary>
internal sealed class AllowedValues : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema own || context.MemberInfo?.GetCustomAttribute<AllowedValuesAttribute>() is not { } allowed)
        {
            return;
        }

        string[] values = [.. allowed.Values.OfType<string>()];
        JsonNode[] nodes = [.. values.Select(v => JsonValue.Create(v))];
        if (values.Length == 1)
        {
            own.Enum = nodes;
            return;
        }

        own.AddExtension("x-extensible-enum", new JsonNodeExtension(new JsonArray(nodes)));
        string[] quoted = Array.ConvertAll(values, v => $"`{v}`");
        if (!Array.TrueForAll(quoted, q => own.Description!.Contains(q, StringComparison.Ordinal)))
        {
            own.Description += $" Values: {string.Join(", ", quoted)}.";
        }
    }
}

/// <summary>Marks the text of a problem for people, which Kiota makes the message of its exceptions.</summary>
internal sealed class PrimaryErrorMessage : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type == typeof(Problem) && schema is OpenApiSchema own)
        {
            var detail = (OpenApiSchema)own.Properties![nameof(Problem.Detail).ToLowerInvariant()];
            detail.AddExtension(
                OpenApiPrimaryErrorMessageExtension.Name,
                new OpenApiPrimaryErrorMessageExtension { IsPrimaryErrorMessage = true });
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
        if (schema.Properties is not { } members)
        {
            return;
        }

        foreach (var member in members.Values.OfType<OpenApiSchema>())
        {
            member.ReadOnly = false;
        }

        foreach (var property in context.Type.GetProperties().Where(IsNullable))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (members.TryGetValue(name, out var member) && member is OpenApiSchemaReference reference)
            {
                members[name] = AllowNull(reference);
            }
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
