using FluentValidation;
using FreedomCities.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Changes;

internal static class ChangesEndpoints
{
    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton<ChangeQueries>()
        .AddSingleton<ChangeFeed>()
        .AddSingleton<ChangeSignal>()
        .AddHostedService(s => s.GetRequiredService<ChangeSignal>())
        .AddSingleton<ChangeRetention>()
        .AddHostedService(s => s.GetRequiredService<ChangeRetention>())
        .AddSingleton<ReadyCondition>(s => () => s.GetRequiredService<ChangeRetention>().HasBegun)
        .AddSingleton<IValidator<ChangesRequest>, ChangesValidator>();

    public static void MapChanges(this IEndpointRouteBuilder v1)
    {
        var changes = v1.MapGroup("/changes").WithTags("Changes").PublicRead(isStored: false);

        changes.MapGet("/", List).WithName("listChanges").Validated<ChangesRequest>().ProducesProblem(StatusCodes.Status410Gone);
    }

    /// <summary>List what has changed</summary>
    /// <remarks>
    /// What was published, withdrawn or renamed, each text by itself, in an order without gaps. Start from a snapshot (its last line is the cursor), then ask
    /// again with the cursor of each answer; with wait, the answer comes as soon as there is something. A cursor that is older than what is kept, or of a database
    /// that was restored since, is a 410: start from a snapshot again.
    /// </remarks>
    private static async Task<Results<Ok<ChangesAnswer>, ProblemHttpResult>> List([AsParameters] ChangesRequest request, ChangeFeed feed, CancellationToken ct) =>
        FeedCursor.Of(request.Since) is { } since ? await feed.Read(request, since, ct) : Problems.InvalidCursor();
}
