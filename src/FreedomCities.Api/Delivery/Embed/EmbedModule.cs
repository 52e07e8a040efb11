using FluentValidation;
using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Embed;

internal static class EmbedModule
{
    public static IServiceCollection AddEmbed(this IServiceCollection services) => services
        .AddSingleton<EmbedContentBuilder>()
        .AddSingleton<IValidator<EmbedFaqsRequest>, EmbedFaqsValidator>()
        .AddSingleton<IValidator<OEmbedRequest>, OEmbedValidator>();

    public static void MapEmbed(this IEndpointRouteBuilder app)
    {
        var embed = app.MapGroup("/embed").ExcludeFromDescription().CrossOrigin();
        embed.AddEndpointFilterFactory(QueryParameters.RejectUnknownParameters);
        embed.MapGet("/fc-faq.js", EmbedEndpoints.Current).Cached(CacheLifetime.Process);
        embed.MapGet("/fc-faq.mjs", EmbedEndpoints.CurrentModule).Cached(CacheLifetime.Process);
        embed.MapGet("/fc-faq.d.ts", EmbedEndpoints.Types).Cached(CacheLifetime.Process);
        embed.MapGet("/fc-faq.d.mts", EmbedEndpoints.Types).Cached(CacheLifetime.Process); // TypeScript looks for it beside the .mjs
        embed.MapGet("/{script:regex(^fc-faq\\..*\\.m?js$)}", EmbedEndpoints.Release).Cached(CacheLifetime.Process);
        embed.MapGet("/faqs", EmbedEndpoints.Faqs).Validated<EmbedFaqsRequest>();
        embed.MapPost("/faqs", EmbedEndpoints.Search).Validated<EmbedFaqsRequest>().RateLimited(Budget.Search);

        app.MapGroup("/oembed").WithTags("Embed").PublicRead().CrossOrigin()
            .MapGet("/", EmbedEndpoints.Describe).WithName("getOEmbed").Validated<OEmbedRequest>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone).WithMetadata(ProblemKinds.Gone)
            .ProducesProblem(StatusCodes.Status501NotImplemented);
    }
}
