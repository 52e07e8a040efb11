using System.Globalization;

namespace FreedomCities.Api.Delivery.Embed;

internal static class TextDirection
{
    /// <summary>The value of the attribute <c>dir</c> for text in a language.</summary>
    public static string ForLanguage(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).TextInfo.IsRightToLeft ? "rtl" : "ltr";
        }
        catch (CultureNotFoundException)
        {
            return "auto";
        }
    }
}
