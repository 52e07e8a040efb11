using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Formats;

/// <summary>Reads the formatting of characters.</summary>
internal static class RunMarks
{
    /// <summary>The marks of properties over those that they inherit.</summary>
    public static Marks Apply(OpenXmlElement properties, Marks inherited)
    {
        var marks = Set(inherited, Marks.Strong, IsOn(properties.GetFirstChild<Bold>()));
        marks = Set(marks, Marks.Emphasis, IsOn(properties.GetFirstChild<Italic>()));
        marks = Set(marks, Marks.Strike, IsOn(properties.GetFirstChild<Strike>()) ?? IsOn(properties.GetFirstChild<DoubleStrike>()));
        return properties.GetFirstChild<VerticalTextAlignment>()?.Val?.InnerText switch
        {
            "superscript" => marks | Marks.Superscript,
            "subscript" => marks | Marks.Subscript,
            "baseline" => marks & ~(Marks.Superscript | Marks.Subscript),
            _ => marks,
        };
    }

    /// <summary>Null: the property isn't given.</summary>
    public static bool? IsOn(OnOffType? property) => property is null ? null : property.Val?.InnerText is not ("0" or "false" or "off");

    private static Marks Set(Marks marks, Marks mark, bool? isOn) => isOn switch
    {
        true => marks | mark,
        false => marks & ~mark,
        null => marks,
    };
}
