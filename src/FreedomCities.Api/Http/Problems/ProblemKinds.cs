namespace FreedomCities.Api.Http.Problems;

/// <summary>Table of all problems (RFC 9457).</summary>
internal static class ProblemKinds
{
    public static readonly ProblemKind InvalidRequest = new(
        "invalid-request", 400, "Invalid request",
        "A query parameter or a member of the JSON body is unknown, repeated, malformed or out of range. The request was not processed.",
        "Read errors: each entry names a query parameter or points into the body (RFC 6901), and says what is expected. Correct the "
            + "request.");

    public static readonly ProblemKind InvalidCursor = new(
        "invalid-cursor", 400, "Invalid cursor",
        "The cursor is damaged, or belongs to a list with another path, other filters, another sort order or other languages.",
        "Follow next exactly as returned, or start again without a cursor.");

    public static readonly ProblemKind NotFound = new(
        "not-found", 404, "Not found",
        "No route and no record has this address, now or earlier.",
        "Check the slug in the list (for example /v1/faqs), or the route in /swagger.");

    public static readonly ProblemKind UnknownPlace = new(
        "unknown-place", 404, "Unknown place",
        "The postal code, county or state is not in the place data for the United States, or no known place is within 100 km of the "
            + "coordinates.",
        "Check the value. Try the county or the state instead, or list the contacts (/v1/contacts).");

    public static readonly ProblemKind PlaceNotCovered = new(
        "place-not-covered", 404, "Place not covered",
        "The place is in Puerto Rico, the U.S. Virgin Islands, Guam, American Samoa or the Northern Mariana Islands, and no contact is "
            + "in that territory or serves it.",
        "Search from a state, or list the contacts (/v1/contacts).");

    public static readonly ProblemKind Gone = new(
        "gone", 410, "Gone",
        "The record was published and has been withdrawn: reason says why, withdrawnAt since when.",
        "Stop showing copies of it. If replacedBy names a record, show that one.");

    public static readonly ProblemKind ResyncRequired = new(
        "resync-required", 410, "Resync required",
        "The cursor is older than the retained changes, or belongs to another history because the database was restored or replaced.",
        "Load /v1/snapshot, replace your copy with it, and continue from the cursor in its last line.");

    public static readonly ProblemKind NotAcceptable = new(
        "not-acceptable", 406, "Not acceptable",
        "The resource is not available in any media type that the Accept header allows.",
        "Send an Accept header that allows the type in detail (application/json for most routes), or omit the header.");

    public static readonly ProblemKind UnsupportedMediaType = new(
        "unsupported-media-type", 415, "Unsupported media type",
        "This route does not support the Content-Type of the request body.",
        "Send the Content-Type that detail names (application/json for most routes), in UTF-8.");

    public static readonly ProblemKind TooManyRequests = new(
        "too-many-requests", 429, "Too many requests",
        "Your network (an IPv4 address or an IPv6 /64) exceeds the rate limit, or has too many open requests. The request was not "
            + "processed.",
        "Wait for Retry-After seconds. Cache responses as Cache-Control allows. Fetch many records in one request (slugs, /v1/snapshot).");

    public static readonly ProblemKind InternalError = new(
        "internal-error", 500, "Internal error",
        "An unexpected error occurred. The log of the service has it under traceId.",
        "Try again later. If the error persists, report the traceId to the operator.");

    public static readonly ProblemKind NotImplemented = new(
        "not-implemented", 501, "Not implemented",
        "The standard behind this route defines the requested option, but the service does not support it.",
        "Request format=json.");

    public static readonly ProblemKind Unavailable = new(
        "service-unavailable", 503, "Service unavailable",
        "The database is unreachable, busy, not migrated or not loaded yet, or the service is overloaded or shutting down.",
        "Continue to show the data that you have, and try again after Retry-After seconds.");

    public static readonly ProblemKind[] All =
    [
        InvalidRequest,
        InvalidCursor,
        NotFound,
        UnknownPlace,
        PlaceNotCovered,
        new("method-not-allowed", 405, "Method not allowed",
            "This address does not support the request method.",
            "Use a method that the Allow header lists."),
        NotAcceptable,
        Gone,
        ResyncRequired,
        new("request-timeout", 408, "Request timeout",
            "The request body did not arrive in time. The request was not processed.",
            "Send the request again."),
        new("content-too-large", 413, "Content too large",
            "The request body is larger than this route accepts.",
            "Send a smaller body."),
        new("uri-too-long", 414, "URI too long",
            "The path and query are longer than 8 KB.",
            "Shorten the URL, for example by requesting fewer slugs."),
        UnsupportedMediaType,
        TooManyRequests,
        InternalError,
        NotImplemented,
        Unavailable,
    ];

    public static ProblemKind? FindByStatus(int status) => All.FirstOrDefault(k => k.Status == status);
}
