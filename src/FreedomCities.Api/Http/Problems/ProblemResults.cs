using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FreedomCities.Api.Http.Problems;

/// <summary>Creates every error response of the API.</summary>
internal static class ProblemResults
{
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private const int MaxErrors = 10;

    /// <param name="errors">The document contains the first ten.</param>
    public static ProblemHttpResult InvalidRequest(IEnumerable<InputError> errors) =>
        Problem(
            ProblemKinds.InvalidRequest,
            "One or more query parameters or body members are invalid: see errors.",
            ("errors", errors.Take(MaxErrors).ToArray()));

    public static ProblemHttpResult InvalidCursor() =>
        Problem(ProblemKinds.InvalidCursor, "The cursor is damaged, or belongs to other filters, another sort order or other languages.");

    public static ProblemHttpResult NotFound(string what, string slug) =>
        Problem(ProblemKinds.NotFound, $"No {what} has the slug '{InputError.Cut(slug)}'.");

    public static ProblemHttpResult UnknownPlace() =>
        Problem(ProblemKinds.UnknownPlace, "The requested place is not in the place data of this service.");

    public static ProblemHttpResult PlaceNotCovered(string territory) => Problem(
        ProblemKinds.PlaceNotCovered,
        $"This service has no contacts in {territory}, and none that serve it. Search from a state, or list the contacts (/v1/contacts).");

    public static ProblemHttpResult NoSuchProblem() =>
        Problem(ProblemKinds.NotFound, "No problem has this code. /problems lists all codes.");

    public static ProblemHttpResult NoSuchScript() =>
        Problem(ProblemKinds.NotFound, "No release of the script has this name. /embed/fc-faq.js is the newest release.");

    public static ProblemHttpResult NoSecurityContact() =>
        Problem(ProblemKinds.NotFound, "The operator of this service has not stated a contact for security reports.");

    public static ProblemHttpResult HealthIsElsewhere(PublicUrl site) => Problem(
        ProblemKinds.NotFound,
        $"There is no health check at this path. Use GET {site.LinkTo(
            "/health/live")} for liveness, GET {site.LinkTo("/health/ready")} for readiness.");

    public static ProblemHttpResult NothingToEmbed() =>
        Problem(ProblemKinds.NotFound, "url must be the page /embed/faqs of this service, with a known topic or slug.");

    public static ProblemHttpResult NotImplemented() =>
        Problem(ProblemKinds.NotImplemented, "oEmbed responses are available only as JSON.");

    public static ProblemHttpResult Gone(string what, string reason, DateTimeOffset withdrawnAt, string? replacedBy) =>
        Problem(
            ProblemKinds.Gone,
            $"This {what} was withdrawn{(replacedBy is null ? "." : $" and replaced by '{replacedBy}'.")}",
            ("reason", reason), ("withdrawnAt", withdrawnAt), ("replacedBy", replacedBy));

    public static ProblemHttpResult ResyncRequired() =>
        Problem(ProblemKinds.ResyncRequired, "The change feed can't continue from since without a gap.");

    public static ProblemHttpResult NotAcceptable(string type) =>
        Problem(ProblemKinds.NotAcceptable, $"This resource is available only as {type}.");

    public static ProblemHttpResult UnsupportedMediaType(string expected = "application/json") =>
        Problem(ProblemKinds.UnsupportedMediaType, $"The body must be {expected} in UTF-8.");

    public static ProblemHttpResult TooManyRequests(int seconds) =>
        Problem(ProblemKinds.TooManyRequests, $"Your network has exceeded the rate limit. Try again in {seconds} s.");

    public static ProblemHttpResult TooManyOpenRequests() =>
        Problem(ProblemKinds.TooManyRequests, "Your network has too many open requests. Wait for some of the responses, then try again.");

    public static ProblemHttpResult NotMigrated() =>
        Problem(ProblemKinds.Unavailable, "The database lacks migrations of this version. Run the command migrate.");

    public static ProblemHttpResult NotReady(string missing = "The content has not been loaded from the database yet.") =>
        Problem(ProblemKinds.Unavailable, missing);

    public static ProblemHttpResult Stopping() => Problem(ProblemKinds.Unavailable, "The service is shutting down.");

    public static ProblemHttpResult Overloaded() => Problem(ProblemKinds.Unavailable, "The service is at its capacity.");

    public static ProblemHttpResult TooManyOpen(string requests, int all) =>
        Problem(ProblemKinds.Unavailable, $"The service has reached its limit of {all} {requests}. Try again after Retry-After seconds.");

    public static ProblemHttpResult TooManyOpenByClient(string requests, int perClient) => Problem(
        ProblemKinds.TooManyRequests,
        $"Your network has reached its limit of {perClient} {requests}. Wait until one of them ends.");

    public static ProblemDetails Unavailable() =>
        Details(ProblemKinds.Unavailable, "The database is unreachable or did not respond in time.");

    public static ProblemDetails InternalError() => Details(ProblemKinds.InternalError, "The service failed to process this request.");

    private static ProblemHttpResult Problem(ProblemKind kind, string detail, params (string Name, object? Value)[] members)
    {
        var problem = Details(kind, detail);
        foreach (var (name, value) in members)
        {
            problem.Extensions[name] = value;
        }

        return TypedResults.Problem(problem);
    }

    private static ProblemDetails Details(ProblemKind kind, string detail) => new()
    {
        Title = kind.Title,
        Status = kind.Status,
        Detail = detail,
        Extensions = { ["code"] = kind.Code },
    };
}
