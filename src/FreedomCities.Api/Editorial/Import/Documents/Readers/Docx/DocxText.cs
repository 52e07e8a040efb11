using System.Text;
using DocumentFormat.OpenXml;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx;

/// <summary>The plain text of an element, deleted text included.</summary>
internal static class DocxText
{
    public static string Read(OpenXmlElement element)
    {
        var text = new StringBuilder();
        foreach (var part in element.Descendants().Prepend(element))
        {
            text.Append(part.LocalName switch
            {
                "t" or "delText" => part.InnerText,
                "p" or "tab" or "br" or "cr" => " ",
                "noBreakHyphen" => "\u2011",
                _ => "",
            });
        }

        return Collapse(text.ToString());
    }

    public static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
