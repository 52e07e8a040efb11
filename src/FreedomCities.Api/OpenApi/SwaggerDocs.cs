using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace FreedomCities.Api.OpenApi;

internal static class SwaggerDocs
{
    public const string Document = "public.v1";

    public static IServiceCollection AddSwaggerDocs(this IServiceCollection services) => services.AddEndpointsApiExplorer().AddSwaggerGen(o =>
    {
        o.SwaggerDoc(Document, new OpenApiInfo
        {
            Title = "FreedomCities.Api",
            Version = "1.0.0",
        });
        o.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, "FreedomCities.Api.xml"));
        o.DescribeAllParametersInCamelCase();
        o.SupportNonNullableReferenceTypes();
        o.NonNullableReferenceTypesAsRequired();
    });

    public static void UseSwaggerDocs(this WebApplication app)
    {
        app.UseSwagger(o =>
        {
            o.RouteTemplate = "openapi/{documentName}.json";
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        });
        app.UseSwaggerUI(o =>
        {
            o.DocumentTitle = "FreedomCities.Api";
            o.SwaggerEndpoint($"/openapi/{Document}.json", "FreedomCities.Api v1");
            o.EnableDeepLinking();
            o.DisplayRequestDuration();
            o.EnableTryItOutByDefault();
            o.DocExpansion(DocExpansion.List);
        });
    }
}
