using System.Text.RegularExpressions;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>Contact for vulnerability reports, from the setting SecurityContact.</summary>
internal sealed partial class SecurityContact
{
    public SecurityContact(ServiceSettings settings)
    {
        var given = settings.SecurityContact;
        if (string.IsNullOrEmpty(given))
        {
            return;
        }

        if (!Form().IsMatch(given) || !Uri.TryCreate(given, UriKind.Absolute, out var url))
        {
            throw ConfigurationException.Invalid(
                "SecurityContact must be an https:, mailto: or tel: URL, for example mailto:security@example.org", given);
        }

        Url = url.AbsoluteUri;
    }

    /// <summary>Null: not set.</summary>
    public string? Url { get; }

    [GeneratedRegex(@"^(https://[^\s\p{Cc}]+|mailto:[^\s\p{Cc}@]+@[^\s\p{Cc}@]+|tel:\+?[0-9().-]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
