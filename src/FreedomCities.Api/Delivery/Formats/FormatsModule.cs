using FluentValidation;
using FreedomCities.Api.Delivery.Formats.GeoJson;
using FreedomCities.Api.Delivery.Formats.JsonLd;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Formats;

internal static class FormatsModule
{
    public static IServiceCollection AddFormats(this IServiceCollection services) => services
        .AddSingleton<FaqPages>()
        .AddSingleton<IValidator<FaqFormatRequest>, PagedRequestValidator<FaqFormatRequest>>()
        .AddSingleton<IValidator<ContactFormatRequest>, PagedRequestValidator<ContactFormatRequest>>();

    public static void MapFormats(this IEndpointRouteBuilder v1)
    {
        var formats = v1.MapGroup("/").WithTags("Formats").PublicRead().Cached();

        formats.MapGet("/faqs.jsonld", FormatEndpoints.GetFaqsJsonLd).WithName("getFaqsJsonLd")
            .Validated<FaqFormatRequest>().Produces<JsonLdPage>(200, FormatEndpoints.JsonLd);
        formats.MapGet("/contacts.geojson", FormatEndpoints.GetContactsGeoJson).WithName("getContactsGeoJson")
            .Validated<ContactFormatRequest>().Produces<ContactFeatureCollection>(200, FormatEndpoints.GeoJson);
        formats.MapGet("/contacts/{slug}.vcf", FormatEndpoints.GetContactVCard).WithName("getContactVCard")
            .Validated<GetVCardRequest>().Produces<Stream>(200, "text/vcard");
        formats.MapGet("/feeds/faqs.atom", FormatEndpoints.GetFaqsAtom).WithName("getFaqsAtom")
            .Validated<FaqFormatRequest>().Produces<Stream>(200, FormatEndpoints.Atom);
    }
}
