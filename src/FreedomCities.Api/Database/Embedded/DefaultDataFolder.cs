namespace FreedomCities.Api.Database.Embedded;

/// <summary>The data folder without the setting data.</summary>
internal static class DefaultDataFolder
{
    private const string FolderForRoot = "/var/lib/freedomcities-api"; // the user that PostgreSQL runs as can't enter root's home

    public static string Find()
    {
        if (Environment.IsPrivilegedProcess)
        {
            return FolderForRoot;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0
            ? Path.Combine(home, "freedomcities-api")
            : throw new ConfigurationException(
                "There is no home folder (HOME) to keep the embedded database in: choose a folder with --data.");
    }
}
