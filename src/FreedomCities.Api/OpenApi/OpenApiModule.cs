using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Responses;
using FreedomCities.Api.OpenApi.Schemas;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace FreedomCities.Api.OpenApi;

internal static class OpenApiModule
{
    // Swagger UI styles its elements from script and draws its icons from data: URLs.
    private const string SwaggerUiSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src "
            + "'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string SwaggerUiDocument = $"/swagger/{SwaggerDocs.Document}.json";

    public static IServiceCollection AddOpenApi(this IServiceCollection services) => services.AddEndpointsApiExplorer().AddSwaggerGen(o =>
    {
        o.SwaggerDoc(SwaggerDocs.Document, new OpenApiInfo
        {
            Title = "FreedomCities.Api",
            Version = "1.0.0",
            Description = SwaggerDocs.Description,
        });
        o.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, "FreedomCities.Api.xml"));
        o.DescribeAllParametersInCamelCase();
        o.SupportNonNullableReferenceTypes();
        o.NonNullableReferenceTypesAsRequired();
        o.MapType<Microsoft.AspNetCore.Mvc.ProblemDetails>(() => new OpenApiSchema()); // described by Problem, see ResponseDocs
        RequestSchemas.MapValues(o);
        o.ParameterFilter<RequestSchemas>();
        o.SchemaFilter<RequestSchemas>();
        o.SchemaFilter<AllowedValues>();
        o.SchemaFilter<Nullability>();
        o.SchemaFilter<PrimaryErrorMessage>();
        o.SchemaFilter<WholeRecords>();
        o.OperationFilter<ResponseDocs>();
        o.DocumentFilter<BodySchemas>();
        o.DocumentFilter<NamedValues>();
        o.DocumentFilter<Examples>();
        o.DocumentFilter<SnapshotLines>();
        o.DocumentFilter<ChangedRecords>();
        o.DocumentFilter<SwaggerDocs.DescribedTags>();
        o.DocumentFilter<DeploymentSettings>();
    });

    /// <summary>Each file of Swagger UI is a route, so that it is rendered once for all spellings of its URL.</summary>
    public static void MapOpenApi(this IEndpointRouteBuilder app)
    {
        var site = app.ServiceProvider.GetRequiredService<PublicUrl>();
        var pages = app.MapGroup("").ExcludeFromDescription().Cached(CacheLifetime.ProcessForAnyQuery);
        pages.MapGet($"/openapi/{SwaggerDocs.Document}.json", DocumentRenditions.As31).CrossOrigin();
        pages.MapGet($"/openapi/{SwaggerDocs.Document}.oas30.json", DocumentRenditions.As30).CrossOrigin();
        pages.MapGet(SwaggerUiDocument, DocumentRenditions.ForSwaggerUi);
        pages.MapGet("/swagger/compact.css", () => TypedResults.Text(EmbeddedFiles.Bytes("swagger.css"), "text/css; charset=utf-8"));
        pages.MapGet("/swagger", () => TypedResults.Redirect(site.LinkTo("/swagger/index.html"), permanent: true));
        var ui = SwaggerUi(app.CreateApplicationBuilder(), site);
        foreach (var file in SwaggerUiFiles())
        {
            pages.MapGet("/swagger/" + file, ui).WithContentSecurityPolicy(SwaggerUiSecurityPolicy);
        }
    }

    private static string[] SwaggerUiFiles()
    {
        const string Files = "Swashbuckle.AspNetCore.SwaggerUI.";
        const string Package = "node_modules.swagger_ui_dist.";
        return
        [
            .. typeof(SwaggerUIOptions).Assembly.GetManifestResourceNames()
                .Select(n => n.Replace(Files, "", StringComparison.Ordinal).Replace(Package, "", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static RequestDelegate SwaggerUi(IApplicationBuilder app, PublicUrl site)
    {
        app.UseSwaggerUI(o =>
        {
            o.DocumentTitle = "FreedomCities.Api";
            o.SwaggerEndpoint(site.LinkTo(SwaggerUiDocument), "FreedomCities.Api v1");
            o.InjectStylesheet("compact.css");
            o.EnableDeepLinking();
            o.DisplayRequestDuration();
            o.EnableTryItOutByDefault();
            o.DocExpansion(DocExpansion.List);
            o.DefaultModelsExpandDepth(0);
        });
        return app.Build();
    }
}
