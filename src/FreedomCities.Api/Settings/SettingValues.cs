using FreedomCities.Api.Delivery.Home;
using FreedomCities.Api.Delivery.Search.Embeddings;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Responses;
using Npgsql;

namespace FreedomCities.Api.Settings;

/// <summary>Validates settings that are texts. An invalid value stops the start with a message of one line.</summary>
internal static class SettingValues
{
    public static void Validate(ServiceSettings settings)
    {
        EnsureFolder("data", settings.Data);
        EnsureFolder("Postgres__Binaries", settings.Postgres.Binaries);
        EnsureConnectionString(nameof(settings.ConnectionStrings.FreedomCities), settings.ConnectionStrings.FreedomCities);
        EnsureConnectionString(nameof(settings.ConnectionStrings.FreedomCitiesOwner), settings.ConnectionStrings.FreedomCitiesOwner);
        EnsureConnectionString(nameof(settings.ConnectionStrings.FreedomCitiesListen), settings.ConnectionStrings.FreedomCitiesListen);
        EnsureConnectionString(nameof(settings.ConnectionStrings.FreedomCitiesReader), settings.ConnectionStrings.FreedomCitiesReader);
        if (!LanguageTag.Form.IsMatch(settings.DefaultLanguage))
        {
            throw ConfigurationException.Invalid("DefaultLanguage must be a BCP 47 language tag, for example es", settings.DefaultLanguage);
        }

        if (settings.Search.Model != SentenceModel.None && SentenceModel.Find(settings.Search.Model) is null)
        {
            throw ConfigurationException.Invalid("Search__Model must be minilm, arctic or none", settings.Search.Model);
        }

        // Each constructor throws on a value that it can't parse.
        _ = new PublicUrl(settings);
        _ = new ContentTerms(settings);
        _ = new SecurityContact(settings);
        _ = TrustedProxies.Parse(settings.TrustedProxies);
    }

    private static void EnsureFolder(string name, string? folder)
    {
        if (folder is "")
        {
            throw ConfigurationException.Invalid($"{name} must be the path of a folder", folder);
        }
    }

    /// <summary>The message doesn't quote the text, which may hold a password.</summary>
    private static void EnsureConnectionString(string name, string? given)
    {
        if (given is not null && string.IsNullOrWhiteSpace(given))
        {
            throw new ConfigurationException(
                $"ConnectionStrings__{name} is set but empty:"
                + " give it a connection string like Host=…;Database=…;Username=…;Password=…, or unset it.");
        }

        if (given is not null && !IsConnectionString(given))
        {
            throw new ConfigurationException(
                $"ConnectionStrings__{name} isn't a connection string: it must look like Host=…;Database=…;Username=…;Password=….");
        }
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
