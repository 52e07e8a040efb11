using System.Globalization;
using System.Text;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>Serves the contact for vulnerability reports (RFC 9116).</summary>
internal static class SecurityTxtEndpoints
{
    public const string Path = "/.well-known/security.txt";

    // RFC 9116, section 2.5.5, recommends less than a year.
    private static readonly TimeSpan ValidFor = TimeSpan.FromDays(364);

    public static Results<FormattedDocument, ProblemHttpResult> Get(
        SecurityContact contact, PublicUrl site, ServiceSettings settings, TimeProvider clock) =>
        contact.Url is null ? ProblemResults.NoSecurityContact() : new FormattedDocument(
            "text/plain; charset=utf-8",
            Encoding.UTF8.GetBytes(
                $"""
                Contact: {contact.Url}
                Expires: {Format(clock.GetUtcNow().UtcDateTime.Date + ValidFor)}
                Preferred-Languages: {settings.DefaultLanguage}
                Canonical: {site.Absolute(Path)}

                """),
            []);

    private static string Format(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
