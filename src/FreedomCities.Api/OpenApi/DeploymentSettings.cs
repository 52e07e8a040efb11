using FreedomCities.Api.Http.Responses;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi;

/// <summary>What the operator's settings say in the document: where the service is, the licence of its content, and the contact.</summary>
internal sealed class DeploymentSettings(PublicUrl site, ContentTerms terms) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = site.HasPrefix ? site.LinkTo("") : "/", Description = "This server." }];
        swaggerDoc.Info.Contact = new OpenApiContact { Name = "Whoever operates this server", Email = terms.ContactEmail, Url = terms.ContactPage };
        swaggerDoc.Info.License = terms.License is { } license
            ? new OpenApiLicense { Name = license.Name, Url = license.Url }
            : new OpenApiLicense { Name = "No licence is stated", Identifier = "NOASSERTION" }; // SPDX's word for it
    }
}
