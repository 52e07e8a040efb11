using FreedomCities.Api.Delivery.Changes;
using FreedomCities.Api.Delivery.Embed;
using FreedomCities.Api.Delivery.Formats;
using FreedomCities.Api.Delivery.Freshness;
using FreedomCities.Api.Delivery.Home;
using FreedomCities.Api.Delivery.Locate;
using FreedomCities.Api.Delivery.Search;
using FreedomCities.Api.Delivery.Snapshots;

namespace FreedomCities.Api.Delivery;

/// <summary>Registers search, locate, feeds, formats and pages.</summary>
internal static class DeliveryModule
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration) =>
        services.AddLocate().AddSearch().AddChanges(configuration).AddSnapshot().AddFreshness().AddFormats().AddEmbed()
            .AddSingleton(new SecurityContact(configuration));

    /// <summary>Maps the pages outside /v1.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapHome();
        app.MapEmbed();
    }

    public static void MapDelivery(this IEndpointRouteBuilder v1)
    {
        v1.MapLocate();
        v1.MapSearch();
        v1.MapChanges();
        v1.MapSnapshot();
        v1.MapFreshness();
        v1.MapFormats();
    }
}
