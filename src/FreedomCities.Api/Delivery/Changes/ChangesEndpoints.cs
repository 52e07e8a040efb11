using FluentValidation;
using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using FreedomCities.Api.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Changes;

internal static class ChangesEndpoints
{
    public static IServiceCollection AddChanges(this IServiceCollection services, IConfiguration configuration) => services
        .AddFeedMetrics(configuration)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<ChangeQueries>()
        .AddSingleton<LongPollSlots>()
        .AddSingleton<ChangeFeed>()
        .AddSingleton<ChangeSignal>()
        .AddHostedService(s => s.GetRequiredService<ChangeSignal>())
        .AddSingleton<ChangeRetention>()
        .AddHostedService(s => s.GetRequiredService<ChangeRetention>())
        .AddSingleton(s => new ReadyCondition(
            "The feed of changes hasn't begun in the database yet.", () => s.GetRequiredService<ChangeRetention>().HasBegun))
        .AddSingleton<IValidator<ChangesRequest>, ChangesValidator>();

    private static IServiceCollection AddFeedMetrics(this IServiceCollection services, IConfiguration configuration) =>
        TelemetryModule.ExportsMetrics(configuration) ? services.AddHostedService<FeedMetrics>() : services;

    public static void MapChanges(this IEndpointRouteBuilder v1)
    {
        var changes = v1.MapGroup("/changes").WithTags("Changes").PublicRead(isStored: false).WithoutConcurrencyLimit();

        changes.MapGet("/", List).WithName("listChanges").Validated<ChangesRequest>().ProducesProblem(StatusCodes.Status410Gone);
    }

    /// <summary>List what has changed</summary>
    /// <remarks>
    /// What was published, withdrawn or renamed, each text by itself, in an order without gaps. Start from a snapshot (its last line is the cursor), then ask
    /// again with the cursor of each answer; with wait, the answer comes as soon as there is something. A cursor that is older than what is kept, or of a database
    /// that was restored since, is a 410: start from a snapshot again. An upsert is read anew at /v1/{type}s/{slug}?lang={language}, following redirects; if that
    /// answers in another language or 410, a later change says why. A text has changed too when it is outdated, moved, or shows the slug or name of another record
    /// that changed (an entry its topics, resources and contacts, a part its whole, a person the office). What follows from other records or from the time alone is
    /// no change: faqCount, a resource's topics, an event's state, the languages that are available, and updatedAt, which any language moves.
    /// </remarks>
    private static async Task<Results<Ok<ChangeList>, ProblemHttpResult>> List(
        [AsParameters] ChangesRequest request, ChangeFeed feed, RequestTimeout deadline, HttpContext http)
    {
        deadline.Restart(more: TimeSpan.FromSeconds(request.Wait ?? 0));
        return FeedCursor.Parse(request.Since) is { } since ? await feed.Read(request, since, http) : ProblemResults.InvalidCursor();
    }
}
