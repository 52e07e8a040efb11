using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using FluentValidation;
using FluentValidation.Validators;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Requests.Values;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi.Schemas;

/// <summary>
/// Publishes the bounds of requests: the schemas that their values carry, the ranges of their validators, and the required members.
/// </summary>
internal sealed class RequestSchemas(IServiceProvider services) : ISchemaFilter, IParameterFilter
{
    public static void MapValues(SwaggerGenOptions options)
    {
        var types = typeof(RequestSchemas).Assembly.GetTypes()
            .SelectMany(t => t.GetProperties())
            .Select(p => p.PropertyType)
            .Where(t => t.IsAssignableTo(typeof(IRequestValue)) && t is { IsInterface: false, ContainsGenericParameters: false })
            .Distinct();
        foreach (var type in types)
        {
            options.MapType(type, () => CreateSchema(type));
        }
    }

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema { Type: JsonSchemaType.Array } list && context.Type.IsArray && Length(context.Type) is { } length)
        {
            (list.MinItems, list.MaxItems) = ((int)length.From, (int)length.To);
        }

        if (schema is not OpenApiSchema own || context.MemberInfo is not PropertyInfo member)
        {
            return;
        }

        if (Range(member) is { } range)
        {
            own.Minimum = Convert.ToString(range.From, CultureInfo.InvariantCulture);
            own.Maximum = Convert.ToString(range.To, CultureInfo.InvariantCulture);
        }

        // Swashbuckle resets it when a member is required.
        if (member.IsDefined(typeof(RequiredAttribute)) && own.Type is JsonSchemaType.String && IsRequestValue(member))
        {
            own.MinLength = 1;
        }
    }

    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is not OpenApiParameter own)
        {
            return;
        }

        if (own.In is ParameterLocation.Path)
        {
            own.Schema = Slug.CreateSchema();
        }

        if ((context.PropertyInfo ?? context.ParameterInfo?.Member) is not PropertyInfo member)
        {
            return;
        }

        own.Required |= member.IsDefined(typeof(RequiredAttribute));
        if (IsRequestValue(member))
        {
            Describe(own, member, context.SchemaGenerator);
        }
        else if (own.Schema is OpenApiSchema { Type: JsonSchemaType.String })
        {
            own.Schema = CreateTextSchema(own);
        }
    }

    private static OpenApiSchema CreateTextSchema(OpenApiParameter parameter) => parameter.Name is "cursor" or "since"
        ? CursorSigner.CreateSchema()
        : new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            MaxLength = RequestLimits.MaxTargetBytes,
            Examples = parameter.Schema!.Examples,
        };

    // ASP.NET Core describes each value of a query as a string. The description and the example are those of the same member of a body.
    private static void Describe(OpenApiParameter parameter, PropertyInfo member, ISchemaGenerator generator)
    {
        var schemas = new SchemaRepository(); // discarded: schemas of query parameters stay inline
        var request = (OpenApiSchemaReference)generator.GenerateSchema(member.DeclaringType!, schemas);
        var described = schemas.Schemas[request.Reference.Id!].Properties![parameter.Name!];
        var schema = CreateSchema(member.PropertyType);
        schema.Examples = described.Examples;
        schema.Default = member.GetCustomAttribute<DefaultValueAttribute>() is { Value: string word } ? JsonValue.Create(word) : null;
        (parameter.Schema, parameter.Description) = (schema, described.Description);
        if (schema.Type is JsonSchemaType.Array)
        {
            (parameter.Style, parameter.Explode) = (ParameterStyle.Form, false);
        }
    }

    private static OpenApiSchema CreateSchema(Type value) => (OpenApiSchema)value
        .GetMethod(nameof(Slug.CreateSchema), BindingFlags.Public | BindingFlags.Static)!
        .Invoke(obj: null, parameters: null)!;

    private static bool IsRequestValue(PropertyInfo member) => member.PropertyType.IsAssignableTo(typeof(IRequestValue));

    private IValidator Validator(Type request) => (IValidator)services.GetRequiredService(typeof(IValidator<>).MakeGenericType(request));

    // The validator of a list checks its length before its items.
    private IBetweenValidator? Length(Type list)
    {
        var rules = Validator(list).CreateDescriptor().Rules.SelectMany(r => r.Components);
        return rules.Select(c => c.Validator).OfType<IBetweenValidator>().FirstOrDefault();
    }

    private IBetweenValidator? Range(PropertyInfo member)
    {
        var rules = Validator(member.DeclaringType!).CreateDescriptor().GetValidatorsForMember(member.Name);
        return rules.Select(r => r.Validator).OfType<IBetweenValidator>().FirstOrDefault();
    }
}
