using FreedomCities.Api.Content;
using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace FreedomCities.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document at /openapi/public.v1.json and Swagger UI, both from this server alone.</summary>
internal static class SwaggerDocs
{
    public const string Document = "public.v1";

    // The test vector of the description; ContractTests computes its hash anew.
    public const string VectorQuestion = "Is this a test?";
    public const string VectorAnswer = "Yes, a *small* one.";

    // Swagger UI styles its elements from script and draws its icons from data: URLs.
    private const string UiPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string Description =
        $"""
        FAQ entries, resources and contacts of a civil-liberties affiliate. Every answer says where it comes from, whether anybody
        reviewed it and when it changed, so that a copy can be kept right.

        **Conventions.** UTF-8 JSON. Times are RFC 3339 in UTC, languages BCP 47, jurisdictions ISO 3166-2, phone numbers E.164, ids UUIDv7.
        Members and values of enumerations may be added without a new version: pass over what you don't know.

        **Lists** are `items` and `next`, the path of the next part or null; follow it as it is. A cursor is good for the list that gave it out alone.

        **Languages.** `lang`, else `Accept-Language` (RFC 4647 lookup), else the default language, else whatever the record has:
        a list never hides a record for want of a translation, and `language` says what was served.

        **Caching.** Every 200 has a strong `ETag`; send it back as `If-None-Match`, and an unchanged answer is a 304 without a body. HEAD is everywhere GET is.

        **Failures** are `application/problem+json` (RFC 9457) with a stable `code`; its meaning is at `/problems/<code>`. An unknown query
        parameter, or one given twice that is no list, is a 400.

        **Content hashes.** `contentHash` of an FAQ entry is `sha256-` and the lower-case hex SHA-256 of its canonical text: `question`, two line feeds
        (U+000A), `answer.markdown`; in Unicode normalisation form C, lines ended by a line feed alone, encoded in UTF-8, without a byte order mark.
        Test vector: the question `{VectorQuestion}` with the answer `{VectorAnswer}` has `{ContentHash.Compute(VectorQuestion, VectorAnswer)}`.
        A topic's is made in the same way of `name` and `description`, which may be empty. Those of resources and contacts cover all that the record states: compare them, don't compute them.

        **Privacy.** No cookies, no identifiers, no third parties.
        """;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("FAQs", "Questions and their answers."),
        ("Topics", "What FAQ entries are grouped by."),
        ("Resources", "What answers point to: websites, guides, policies, videos, documents."),
        ("Contacts", "Offices and persons that one can reach."),
        ("Search", "What answers a reader's own words."),
        ("Formats", "The records as JSON-LD, GeoJSON, vCard and Atom, each at a path of its own."),
        ("Changes", "What a copy needs to stay right: what changed, everything at once, and whether it still is."),
        ("Embed", "Answers in other people's pages."),
        ("Index", "Where everything is."),
        ("Health", "For operators and load balancers."),
    ];

    public static IServiceCollection AddSwaggerDocs(this IServiceCollection services) => services.AddEndpointsApiExplorer().AddSwaggerGen(o =>
    {
        o.SwaggerDoc(Document, new OpenApiInfo
        {
            Title = "FreedomCities.Api",
            Version = "1.0.0",
            Description = Description,
        });
        o.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, "FreedomCities.Api.xml"));
        o.DescribeAllParametersInCamelCase();
        o.SupportNonNullableReferenceTypes();
        o.NonNullableReferenceTypesAsRequired();
        o.MapType<Microsoft.AspNetCore.Mvc.ProblemDetails>(() => new OpenApiSchema()); // described by Problem, see Responses
        o.MapType<TextList>(TextLists.Schema);
        o.ParameterFilter<TextLists>();
        o.ParameterFilter<RequiredParameters>();
        o.ParameterFilter<AllowedValues>();
        o.SchemaFilter<AllowedValues>();
        o.SchemaFilter<Nullability>();
        o.SchemaFilter<WholeRecords>();
        o.OperationFilter<ResponseDocs>();
        o.DocumentFilter<NamedValues>();
        o.DocumentFilter<Examples>();
        o.DocumentFilter<DescribedTags>();
        o.DocumentFilter<DeploymentSettings>();
    });

    /// <summary>Each file of Swagger UI is a route, so that it is rendered once, whatever the spelling of its URL.</summary>
    public static void MapSwaggerDocs(this IEndpointRouteBuilder app)
    {
        var site = app.ServiceProvider.GetRequiredService<PublicUrl>();
        var pages = app.MapGroup("").ExcludeFromDescription().Cached(CacheLifetime.ProcessForAnyQuery);
        pages.MapGet($"/openapi/{Document}.json", OpenApi(app.CreateApplicationBuilder())).CrossOrigin();
        pages.MapGet("/swagger", () => TypedResults.Redirect(site.LinkTo("/swagger/index.html"), permanent: true));
        var ui = SwaggerUi(app.CreateApplicationBuilder(), site);
        foreach (var file in SwaggerUiFiles())
        {
            pages.MapGet("/swagger/" + file, ui).WithContentSecurityPolicy(UiPolicy);
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

    private static RequestDelegate OpenApi(IApplicationBuilder app)
    {
        app.UseSwagger(o =>
        {
            o.RouteTemplate = "openapi/{documentName}.json";
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        });
        return app.Build();
    }

    private static RequestDelegate SwaggerUi(IApplicationBuilder app, PublicUrl site)
    {
        app.UseSwaggerUI(o =>
        {
            o.DocumentTitle = "FreedomCities.Api";
            o.SwaggerEndpoint(site.LinkTo($"/openapi/{Document}.json"), "FreedomCities.Api v1");
            o.EnableDeepLinking();
            o.DisplayRequestDuration();
            o.EnableTryItOutByDefault();
            o.DocExpansion(DocExpansion.List);
            o.DefaultModelsExpandDepth(0);
        });
        return app.Build();
    }

    private sealed class DescribedTags : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.Select(t => new OpenApiTag { Name = t.Name, Description = t.Description }));
            swaggerDoc.Security = [new OpenApiSecurityRequirement()]; // {}: none is needed
        }
    }
}
