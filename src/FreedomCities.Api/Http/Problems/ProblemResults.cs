using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FreedomCities.Api.Http.Problems;

/// <summary>The error table: every failure that the API answers with is made here (RFC 9457).</summary>
internal static class ProblemResults
{
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private const int MaxErrors = 10;

    private static readonly ProblemKind InvalidRequestKind = new(
        "invalid-request", 400, "The request isn't right",
        "The request was understood as HTTP, but a parameter, or a member of its JSON body, is unknown, given twice, or out of its bounds. Nothing was done.",
        "Read errors: each names a parameter, or points into the body (RFC 6901), and says what belongs there. The same request will fail again.");

    private static readonly ProblemKind InvalidCursorKind = new(
        "invalid-cursor", 400, "The cursor doesn't belong to this list",
        "A cursor is good for the list that gave it out alone: the same filters, sort and languages.",
        "Follow next as it was given, or start again without cursor.");

    private static readonly ProblemKind NotFoundKind = new(
        "not-found", 404, "There is nothing here",
        "No route or no record has this address, and none had it before.",
        "Look for the slug in the list (for example /v1/faqs), or for the route in /swagger.");

    public static readonly ProblemKind UnknownPlaceKind = new(
        "unknown-place", 404, "This place isn't known",
        "No postal code, county or state of the United States that is known here is the one that was asked for, or none is within 100 km of it.",
        "Check the place; ask by another way (its county or state), or list the contacts (/v1/contacts).");

    private static readonly ProblemKind GoneKind = new(
        "gone", 410, "This was withdrawn",
        "The record was published here and was taken back: reason says why, withdrawnAt since when.",
        "Stop showing copies of it. If replacedBy names a record, show that one.");

    private static readonly ProblemKind ResyncRequiredKind = new(
        "resync-required", 410, "Changes were missed",
        "The cursor is older than the changes that are kept, or of another history: the database was restored or replaced since.",
        "Read /v1/snapshot anew, put it in the place of your copy, and go on from the cursor in its last line.");

    private static readonly ProblemKind NotAcceptableKind = new(
        "not-acceptable", 406, "Not to be had in that format",
        "The record exists, but in none of the media types that Accept allows.",
        "Send an Accept that allows the type that detail names (of most routes application/json), or none.");

    private static readonly ProblemKind UnsupportedMediaTypeKind = new(
        "unsupported-media-type", 415, "The body is in a format that isn't read here",
        "The Content-Type isn't one that this route reads.",
        "Send Content-Type: application/json, in UTF-8.");

    private static readonly ProblemKind TooManyRequestsKind = new(
        "too-many-requests", 429, "Too much was asked for",
        "Your network (an IPv4 address, or an IPv6 /64) has sent more requests than RateLimit-Policy allows, or has too many open at the same time. Nothing was done.",
        "Wait for Retry-After seconds. Keep what you have been given for as long as Cache-Control says, and ask for many records at once (slugs, /v1/snapshot).");

    private static readonly ProblemKind InternalErrorKind = new(
        "internal-error", 500, "The service made a mistake",
        "Something failed that should not. It is in the service's log under traceId.",
        "Try again later; if it goes on, tell the operator the traceId.");

    private static readonly ProblemKind NotImplementedKind = new(
        "not-implemented", 501, "Not made here",
        "The standard that this route follows knows what was asked for, but this service doesn't do it.",
        "Ask for format=json.");

    private static readonly ProblemKind UnavailableKind = new(
        "service-unavailable", 503, "Not to be had now",
        "The service runs, but the database that holds the content can't be reached, is too busy, isn't migrated, or hasn't been read yet; or too much is asked for at once, or it is about to stop.",
        "Keep what you have and try again after Retry-After seconds.");

    public static readonly ProblemKind[] All =
    [
        InvalidRequestKind,
        InvalidCursorKind,
        NotFoundKind,
        UnknownPlaceKind,
        new("method-not-allowed", 405, "Not with this method",
            "The address exists, but doesn't take this method.",
            "Use a method that the Allow header lists."),
        NotAcceptableKind,
        GoneKind,
        ResyncRequiredKind,
        new("request-timeout", 408, "The request came too slowly",
            "Its body wasn't complete in time. Nothing was done.",
            "Send it again, over a better connection."),
        new("content-too-large", 413, "The body is too large",
            "The request's body is larger than this route takes.",
            "Send less."),
        new("uri-too-long", 414, "The URL is too long",
            "The path and query are longer than 8 KB.",
            "Ask for less at once, for example for fewer slugs."),
        UnsupportedMediaTypeKind,
        TooManyRequestsKind,
        InternalErrorKind,
        NotImplementedKind,
        UnavailableKind,
    ];

    public static ProblemKind? OfStatus(int status) => All.FirstOrDefault(k => k.Status == status);

    /// <param name="errors">The document holds the first ten.</param>
    public static ProblemHttpResult InvalidRequest(IEnumerable<InputError> errors) =>
        Problem(InvalidRequestKind, "One or more parameters, or members of the body, aren't right: see errors.", ("errors", errors.Take(MaxErrors).ToArray()));

    public static ProblemHttpResult InvalidCursor() =>
        Problem(InvalidCursorKind, "cursor is damaged, or was given out for other filters, another sort or another language.");

    public static ProblemHttpResult NotFound(string what, string slug) =>
        Problem(NotFoundKind, $"There is no {what} with the slug '{InputError.Cut(slug)}'.");

    public static ProblemHttpResult UnknownPlace() => Problem(UnknownPlaceKind, "The place that was asked for isn't known here.");

    public static ProblemHttpResult NoSuchProblem() => Problem(NotFoundKind, "No problem has this code: /problems lists all.");

    public static ProblemHttpResult NoSuchScript() =>
        Problem(NotFoundKind, "No release of the script has this name: /embed/fc-faq.js is the newest.");

    public static ProblemHttpResult NoSecurityContact() => Problem(NotFoundKind, "This service names no contact for security reports.");

    public static ProblemHttpResult NoHealthHere(PublicUrl site) => Problem(
        NotFoundKind,
        $"The service has no health check here: GET {site.LinkTo("/health/live")} says whether it runs, GET {site.LinkTo("/health/ready")} whether it can serve.");

    public static ProblemHttpResult NothingToEmbed() =>
        Problem(NotFoundKind, "url isn't that of a page of this service that can be embedded: /embed/faqs with a topic that is known here.");

    public static ProblemHttpResult NotImplemented() => Problem(NotImplementedKind, "oEmbed is served as JSON alone.");

    public static ProblemHttpResult Gone(string what, string reason, DateTimeOffset withdrawnAt, string? replacedBy) =>
        Problem(
            GoneKind,
            $"This {what} was withdrawn{(replacedBy is null ? "." : $"; '{replacedBy}' replaces it.")}",
            ("reason", reason), ("withdrawnAt", withdrawnAt), ("replacedBy", replacedBy));

    public static ProblemHttpResult ResyncRequired() => Problem(ResyncRequiredKind, "The feed of changes can't go on from since without a gap.");

    public static ProblemHttpResult NotAcceptable(string type) => Problem(NotAcceptableKind, $"This is served as {type} alone.");

    public static ProblemHttpResult UnsupportedMediaType() => Problem(UnsupportedMediaTypeKind, "A body is read as application/json, in UTF-8, alone.");

    public static ProblemHttpResult TooManyRequests(int seconds) =>
        Problem(TooManyRequestsKind, $"Your network has sent more requests than it may: try again in {seconds} s.");

    public static ProblemHttpResult TooManyOpenRequests() =>
        Problem(TooManyRequestsKind, "Your network has more requests open than it may: wait for some of their responses, then try again.");

    public static ProblemHttpResult NotMigrated() =>
        Problem(UnavailableKind, "The database answers, but lacks migrations of this version: run the command migrate.");

    public static ProblemHttpResult NotReady(string missing = "The content hasn't been read from the database yet.") => Problem(UnavailableKind, missing);

    public static ProblemHttpResult Stopping() => Problem(UnavailableKind, "The service has been told to stop.");

    public static ProblemHttpResult Overloaded() => Problem(UnavailableKind, "As much is being answered as can be at once.");

    public static ProblemHttpResult TooManyOpen(string requests, int all) =>
        Problem(UnavailableKind, $"All places for {requests} are taken ({all}): try again after Retry-After seconds.");

    public static ProblemHttpResult TooManyOfClient(string requests, int perClient) =>
        Problem(TooManyRequestsKind, $"Your network has all the {requests} open that one may have ({perClient}): wait until one of them ends.");

    public static ProblemDetails Unavailable() => Details(UnavailableKind, "The database can't be reached or doesn't answer in time.");

    public static ProblemDetails InternalError() => Details(InternalErrorKind, "The service failed to answer this request.");

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
