using FreedomCities.Api.Delivery.Changes;
using FreedomCities.Api.Delivery.Embed;
using FreedomCities.Api.Delivery.Formats;
using FreedomCities.Api.Delivery.Freshness;
using FreedomCities.Api.Delivery.Home;
using FreedomCities.Api.Delivery.Locate;
using FreedomCities.Api.Delivery.Search;
using FreedomCities.Api.Delivery.Snapshots;

namespace FreedomCities.Api.Delivery;

/// <summary>The other ways in which the content reaches people.</summary>
internal static class DeliveryModule
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, ServiceSettings settings) =>
        services.AddLocate().AddSearch().AddChanges(settings).AddSnapshot().AddFreshness().AddFormats().AddEmbed()
            .AddSingleton(new SecurityContact(settings));

    /// <summary>What is for people's eyes, outside /v1.</summary>
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
