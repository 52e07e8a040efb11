namespace FreedomCities.Api.Tests.Http;

/// <summary>Every address that answers a GET with 200 over the real document.</summary>
internal static class Routes
{
    public static TheoryData<string> Data =>
    [
        "/v1", "/.well-known/privacy.json",
        "/v1/faqs", "/v1/faqs?include=resources,contacts", "/v1/faqs/how-do-i-get-more-information",
        "/v1/faqs?lang=es", "/v1/faqs/how-do-i-get-more-information?lang=es",
        "/v1/topics", "/v1/topics/freedom-cities",
        "/v1/resources", "/v1/resources/people-power",
        "/v1/contacts", "/v1/contacts/ana-moran", "/v1/contacts/locate?postalCode=87102",
        "/v1/faqs.jsonld", "/v1/feeds/faqs.atom", "/v1/feeds/faqs.atom?lang=es", "/v1/contacts.geojson", "/v1/contacts/ana-moran.vcf",
        "/v1/search?q=sanctuary", "/v1/search?q=santuario&lang=es", "/v1/search/suggestions?q=where",
        "/oembed?url=http%3A%2F%2Flocalhost%3A5000%2Fembed%2Ffaqs%3Ftopic%3Dfreedom-cities%26lang%3Den",
    ];

    public static TheoryData<string> Pages =>
        [
            "/", "/page.css", "/page.js", "/favicon.svg", "/favicon.ico", "/robots.txt", "/problems", "/problems/not-found",
            "/openapi/public.v1.json", "/openapi/public.v1.oas30.json", "/swagger/index.html", "/embed/fc-faq.js", "/embed/fc-faq.mjs",
            "/embed/fc-faq.d.ts", "/embed/fc-faq.d.mts",
        ];

    /// <summary>Pages that any site may show in a frame.</summary>
    public static TheoryData<string> Framed => ["/embed/faqs?topic=freedom-cities&lang=en"];

    public static TheoryData<string> Health => ["/health/live", "/health/ready"];

    public static TheoryData<string> Changes => ["/v1/changes?lang=fr"];

    /// <summary>What depends on the time.</summary>
    public static TheoryData<string> Computed => ["/v1/contacts/ana-moran/hours?at=2026-01-05T18:00:00Z"];

    public static TheoryData<string> All =>
        [.. new[] { Data, Pages, Framed, Health, Changes, Computed }.SelectMany(routes => routes).Select(r => r.Data)];
}
