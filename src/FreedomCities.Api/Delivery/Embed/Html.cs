using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>HTML, written as an interpolated string: a text that is put into it is encoded, HTML isn't.</summary>
[InterpolatedStringHandler]
internal readonly struct Html(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new(literalLength + (formattedCount * 32));

    /// <summary>What is HTML already.</summary>
    public static Html FromEncoded(string html)
    {
        var made = new Html(html.Length, 0);
        made.AppendLiteral(html);
        return made;
    }

    public void AppendLiteral(string html) => _html.Append(html);

    public void AppendFormatted(string text) => _html.Append(Encoder.Encode(text));

    public void AppendFormatted(int number) => _html.Append(number);

    public void AppendFormatted(Html? html) => _html.Append(html?._html);

    public void AppendFormatted(IEnumerable<Html> parts) => _html.AppendJoin('\n', parts);

    public override string ToString() => _html.ToString();
}
