using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Snapshots;

internal static class SnapshotsModule
{
    public static IServiceCollection AddSnapshots(this IServiceCollection services) => services
        .AddSingleton<SnapshotQueries>()
        .AddSingleton<SnapshotSlots>();

    public static void MapSnapshots(this IEndpointRouteBuilder v1)
    {
        var snapshot = v1.MapGroup("/snapshot").WithTags("Changes").PublicRead().Streamed().WithoutConcurrencyLimit();

        snapshot.MapGet("/", SnapshotEndpoints.Get).WithName("getSnapshot").Validated<SnapshotRequest>()
            .Produces<Stream>(contentType: Snapshot.MediaType);
    }
}
