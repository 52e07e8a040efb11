using FluentValidation;

namespace FreedomCities.Api.Delivery.Embed;

internal static class EmbedModule
{
    public static IServiceCollection AddEmbed(this IServiceCollection services) => services
        .AddSingleton<IValidator<EmbedFaqsRequest>, EmbedFaqsValidator>()
        .AddSingleton<IValidator<OEmbedRequest>, OEmbedValidator>();
}
