using System.Text.RegularExpressions;
using FreedomCities.Api.Database;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>The address for reports of vulnerabilities: the setting SecurityContact.</summary>
internal sealed partial class SecurityContact
{
    public SecurityContact(IConfiguration configuration)
    {
        var given = configuration["SecurityContact"] ?? "";
        Url = given.Length == 0 ? null
            : Form().IsMatch(given) && Uri.TryCreate(given, UriKind.Absolute, out var url) ? url.AbsoluteUri
            : throw new ConfigurationException(
                "SecurityContact must be an https:, mailto: or tel: URL, for example mailto:security@example.org:"
                + $" it is '{Settings.Shown(given)}'.");
    }

    /// <summary>Null: not set.</summary>
    public string? Url { get; }

    [GeneratedRegex(@"^(https://[^\s\p{Cc}]+|mailto:[^\s\p{Cc}@]+@[^\s\p{Cc}@]+|tel:\+?[0-9().-]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
