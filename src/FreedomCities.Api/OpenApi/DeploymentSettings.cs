using FreedomCities.Api.Http.Responses;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi;

/// <summary>Writes the operator's settings to the document: server path, licence of the content, and contact.</summary>
internal sealed class DeploymentSettings(PublicUrl site, ContentTerms terms) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = site.HasPrefix ? site.LinkTo("") : "/", Description = "This server" }];
        swaggerDoc.Info.Contact = new OpenApiContact
        {
            Name = "the operator of this server",
            Email = terms.ContactEmail,
            Url = terms.ContactPage,
        };
        swaggerDoc.Info.License = terms.License is { } license
            ? new OpenApiLicense { Name = license.Name, Url = license.Url }
            : new OpenApiLicense { Name = "No licence stated", Identifier = "NOASSERTION" }; // SPDX value for "no statement"
    }
}
