using System.Globalization;
using System.Text;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>security.txt: where to report vulnerabilities (RFC 9116).</summary>
internal static class SecurityTxtEndpoints
{
    private const string Path = "/.well-known/security.txt";

    // Section 2.5.5 recommends less than a year.
    private static readonly TimeSpan ValidFor = TimeSpan.FromDays(364);

    public static void MapSecurityTxt(this IEndpointRouteBuilder app) =>
        app.MapGroup("").ExcludeFromDescription().PublicRead().Cached().MapGet(Path, Get);

    private static Results<FormattedDocument, ProblemHttpResult> Get(
        SecurityContact contact, PublicUrl site, IConfiguration configuration, TimeProvider clock) =>
        contact.Url is null ? ProblemResults.NoSecurityContact() : new FormattedDocument(
            "text/plain; charset=utf-8",
            Encoding.UTF8.GetBytes(
                $"""
                Contact: {contact.Url}
                Expires: {Expiry(clock)}
                Preferred-Languages: {configuration["DefaultLanguage"]}
                Canonical: {site.Absolute(Path)}

                """),
            []);

    private static string Expiry(TimeProvider clock) =>
        (clock.GetUtcNow().UtcDateTime.Date + ValidFor).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
