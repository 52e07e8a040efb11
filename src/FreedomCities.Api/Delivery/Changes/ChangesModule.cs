using FluentValidation;
using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Changes;

internal static class ChangesModule
{
    public static IServiceCollection AddChanges(this IServiceCollection services, ServiceSettings settings)
    {
        if (settings.ExportsMetrics)
        {
            services.AddHostedService<FeedMetrics>();
        }

        return services
            .AddSingleton<ChangeQueries>()
            .AddSingleton<LongPollSlots>()
            .AddSingleton<ChangeFeed>()
            .AddSingleton<ChangeSignal>()
            .AddHostedService(s => s.GetRequiredService<ChangeSignal>())
            .AddSingleton<ChangeRetention>()
            .AddHostedService(s => s.GetRequiredService<ChangeRetention>())
            .AddSingleton(s => new ReadyCondition(
                "The change feed has not been initialised in the database yet.", () => s.GetRequiredService<ChangeRetention>().HasBegun))
            .AddSingleton<IValidator<ChangesRequest>, ChangesValidator>();
    }

    public static void MapChanges(this IEndpointRouteBuilder v1)
    {
        var changes = v1.MapGroup("/changes").WithTags("Changes").PublicRead(isStored: false);

        changes.MapGet("/", ChangesEndpoints.List).WithName("listChanges").Validated<ChangesRequest>()
            .ProducesProblem(StatusCodes.Status410Gone);
    }
}
