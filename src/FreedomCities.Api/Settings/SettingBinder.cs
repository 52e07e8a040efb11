namespace FreedomCities.Api.Settings;

/// <summary>Fills <see cref="ServiceSettings"/> from the configuration; a setting that it lacks stays at its default.</summary>
internal static class SettingBinder
{
    /// <exception cref="ConfigurationException">A value isn't of its setting's type, or out of its bounds.</exception>
    public static ServiceSettings Bind(IConfiguration configuration)
    {
        var settings = new ServiceSettings();
        Bind(settings, "", configuration);
        return settings;
    }

    private static void Bind(object record, string prefix, IConfiguration configuration)
    {
        foreach (var setting in Setting.Find(record.GetType(), prefix))
        {
            if (Setting.IsGroup(setting.Property))
            {
                Bind(setting.Property.GetValue(record)!, setting.Name + ":", configuration);
            }
            else if (configuration[setting.Name] is { } given)
            {
                setting.Property.SetValue(record, setting.Parse(given));
            }
        }
    }
}
