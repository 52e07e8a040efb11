using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FreedomCities.Api.Http.Problems;

/// <summary>Table of all problems (RFC 9457). Every error response of the API is created here.</summary>
internal static class ProblemResults
{
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private const int MaxErrors = 10;

    private static readonly ProblemKind InvalidRequestKind = new(
        "invalid-request", 400, "Invalid request",
        "A query parameter or a member of the JSON body is unknown, repeated, malformed or out of range. The request was not processed.",
        "Read errors: each entry names a query parameter or points into the body (RFC 6901), and says what is expected. Correct the "
            + "request.");

    public static readonly ProblemKind InvalidCursorKind = new(
        "invalid-cursor", 400, "Invalid cursor",
        "The cursor is damaged, or belongs to a list with another path, other filters, another sort order or other languages.",
        "Follow next exactly as returned, or start again without a cursor.");

    private static readonly ProblemKind NotFoundKind = new(
        "not-found", 404, "Not found",
        "No route and no record has this address, now or earlier.",
        "Check the slug in the list (for example /v1/faqs), or the route in /swagger.");

    public static readonly ProblemKind UnknownPlaceKind = new(
        "unknown-place", 404, "Unknown place",
        "The postal code, county or state is not in the place data for the United States, or no known place is within 100 km of the "
            + "coordinates.",
        "Check the value. Try the county or the state instead, or list the contacts (/v1/contacts).");

    public static readonly ProblemKind GoneKind = new(
        "gone", 410, "Gone",
        "The record was published and has been withdrawn: reason says why, withdrawnAt since when.",
        "Stop showing copies of it. If replacedBy names a record, show that one.");

    private static readonly ProblemKind ResyncRequiredKind = new(
        "resync-required", 410, "Resync required",
        "The cursor is older than the retained changes, or belongs to another history because the database was restored or replaced.",
        "Load /v1/snapshot, replace your copy with it, and continue from the cursor in its last line.");

    private static readonly ProblemKind NotAcceptableKind = new(
        "not-acceptable", 406, "Not acceptable",
        "The resource is not available in any media type that the Accept header allows.",
        "Send an Accept header that allows the type in detail (application/json for most routes), or omit the header.");

    private static readonly ProblemKind UnsupportedMediaTypeKind = new(
        "unsupported-media-type", 415, "Unsupported media type",
        "This route does not support the Content-Type of the request body.",
        "Send the Content-Type that detail names (application/json for most routes), in UTF-8.");

    public static readonly ProblemKind TooManyRequestsKind = new(
        "too-many-requests", 429, "Too many requests",
        "Your network (an IPv4 address or an IPv6 /64) exceeds the rate limit, or has too many open requests. The request was not "
            + "processed.",
        "Wait for Retry-After seconds. Cache responses as Cache-Control allows. Fetch many records in one request (slugs, /v1/snapshot).");

    private static readonly ProblemKind InternalErrorKind = new(
        "internal-error", 500, "Internal error",
        "An unexpected error occurred. The log of the service has it under traceId.",
        "Try again later. If the error persists, report the traceId to the operator.");

    private static readonly ProblemKind NotImplementedKind = new(
        "not-implemented", 501, "Not implemented",
        "The standard behind this route defines the requested option, but the service does not support it.",
        "Request format=json.");

    private static readonly ProblemKind UnavailableKind = new(
        "service-unavailable", 503, "Service unavailable",
        "The database is unreachable, busy, not migrated or not loaded yet, or the service is overloaded or shutting down.",
        "Continue to show the data that you have, and try again after Retry-After seconds.");

    public static readonly ProblemKind[] All =
    [
        InvalidRequestKind,
        InvalidCursorKind,
        NotFoundKind,
        UnknownPlaceKind,
        new("method-not-allowed", 405, "Method not allowed",
            "This address does not support the request method.",
            "Use a method that the Allow header lists."),
        NotAcceptableKind,
        GoneKind,
        ResyncRequiredKind,
        new("request-timeout", 408, "Request timeout",
            "The request body did not arrive in time. The request was not processed.",
            "Send the request again."),
        new("content-too-large", 413, "Content too large",
            "The request body is larger than this route accepts.",
            "Send a smaller body."),
        new("uri-too-long", 414, "URI too long",
            "The path and query are longer than 8 KB.",
            "Shorten the URL, for example by requesting fewer slugs."),
        UnsupportedMediaTypeKind,
        TooManyRequestsKind,
        InternalErrorKind,
        NotImplementedKind,
        UnavailableKind,
    ];

    public static ProblemKind? FindByStatus(int status) => All.FirstOrDefault(k => k.Status == status);

    /// <param name="errors">The document contains the first ten.</param>
    public static ProblemHttpResult InvalidRequest(IEnumerable<InputError> errors) =>
        Problem(
            InvalidRequestKind,
            "One or more query parameters or body members are invalid: see errors.",
            ("errors", errors.Take(MaxErrors).ToArray()));

    public static ProblemHttpResult InvalidCursor() =>
        Problem(InvalidCursorKind, "The cursor is damaged, or belongs to other filters, another sort order or other languages.");

    public static ProblemHttpResult NotFound(string what, string slug) =>
        Problem(NotFoundKind, $"No {what} has the slug '{InputError.Cut(slug)}'.");

    public static ProblemHttpResult UnknownPlace() =>
        Problem(UnknownPlaceKind, "The requested place is not in the place data of this service.");

    public static ProblemHttpResult NoSuchProblem() => Problem(NotFoundKind, "No problem has this code. /problems lists all codes.");

    public static ProblemHttpResult NoSuchScript() =>
        Problem(NotFoundKind, "No release of the script has this name. /embed/fc-faq.js is the newest release.");

    public static ProblemHttpResult NoSecurityContact() =>
        Problem(NotFoundKind, "The operator of this service has not stated a contact for security reports.");

    public static ProblemHttpResult HealthIsElsewhere(PublicUrl site) => Problem(
        NotFoundKind,
        $"There is no health check at this path. Use GET {site.LinkTo(
            "/health/live")} for liveness, GET {site.LinkTo("/health/ready")} for readiness.");

    public static ProblemHttpResult NothingToEmbed() =>
        Problem(NotFoundKind, "url must be the page /embed/faqs of this service, with a known topic or slug.");

    public static ProblemHttpResult NotImplemented() => Problem(NotImplementedKind, "oEmbed responses are available only as JSON.");

    public static ProblemHttpResult Gone(string what, string reason, DateTimeOffset withdrawnAt, string? replacedBy) =>
        Problem(
            GoneKind,
            $"This {what} was withdrawn{(replacedBy is null ? "." : $" and replaced by '{replacedBy}'.")}",
            ("reason", reason), ("withdrawnAt", withdrawnAt), ("replacedBy", replacedBy));

    public static ProblemHttpResult ResyncRequired() =>
        Problem(ResyncRequiredKind, "The change feed can't continue from since without a gap.");

    public static ProblemHttpResult NotAcceptable(string type) => Problem(NotAcceptableKind, $"This resource is available only as {type}.");

    public static ProblemHttpResult UnsupportedMediaType(string expected = "application/json") =>
        Problem(UnsupportedMediaTypeKind, $"The body must be {expected} in UTF-8.");

    public static ProblemHttpResult TooManyRequests(int seconds) =>
        Problem(TooManyRequestsKind, $"Your network has exceeded the rate limit. Try again in {seconds} s.");

    public static ProblemHttpResult TooManyOpenRequests() =>
        Problem(TooManyRequestsKind, "Your network has too many open requests. Wait for some of the responses, then try again.");

    public static ProblemHttpResult NotMigrated() =>
        Problem(UnavailableKind, "The database lacks migrations of this version. Run the command migrate.");

    public static ProblemHttpResult NotReady(string missing = "The content has not been loaded from the database yet.") =>
        Problem(UnavailableKind, missing);

    public static ProblemHttpResult Stopping() => Problem(UnavailableKind, "The service is shutting down.");

    public static ProblemHttpResult Overloaded() => Problem(UnavailableKind, "The service is at its capacity.");

    public static ProblemHttpResult TooManyOpen(string requests, int all) =>
        Problem(UnavailableKind, $"The service has reached its limit of {all} {requests}. Try again after Retry-After seconds.");

    public static ProblemHttpResult TooManyOpenByClient(string requests, int perClient) =>
        Problem(TooManyRequestsKind, $"Your network has reached its limit of {perClient} {requests}. Wait until one of them ends.");

    public static ProblemDetails Unavailable() => Details(UnavailableKind, "The database is unreachable or did not respond in time.");

    public static ProblemDetails InternalError() => Details(InternalErrorKind, "The service failed to process this request.");

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
