using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Html;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Html.Pages;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers;

/// <summary>Reads HTML: a page, or a fragment as a Markdown renderer writes it.</summary>
internal static class HtmlReader
{
    /// <param name="keepLines">See <see cref="InlineBuilder"/>.</param>
    /// <param name="toSourceLine">Maps a line of the HTML to one of the file.</param>
    public static SourceDocument ReadFragment(string html, bool keepLines, Func<int, int> toSourceLine)
    {
        var document = HtmlTree.Parse(html);
        var source = new HtmlSource(new PageParts(document.Body!), keepLines, toSourceLine);
        return Read(source, document, document.Body!);
    }

    /// <summary>Reads the main content of a page.</summary>
    /// <param name="toSourceLine">Maps a line of the HTML to one of the file.</param>
    public static SourceDocument ReadPage(string html, Func<int, int> toSourceLine)
    {
        var document = HtmlTree.Parse(html);
        var source = new HtmlSource(new PageParts(document.Body!), keepLines: false, toSourceLine) { Styles = StyleRules.Find(document) };
        var read = Read(source, document, MainContent.Find(source, document));
        var declared = LinkedData.FindQuestions(document, new SourcePosition(toSourceLine(1)), read.Blocks);
        return read with
        {
            Blocks = [.. read.Blocks, .. declared],
            Remarks = declared.Length > 0 ? [LinkedData.Remark] : [],
            Title = PageProperties.FindTitle(document),
            Language = PageProperties.FindLanguage(document),
            Date = PageProperties.FindDate(document),
        };
    }

    private static SourceDocument Read(HtmlSource source, IHtmlDocument document, IElement content)
    {
        source.LeaveOutComments(document);
        var blocks = new BlockReader(source, content).ReadChildren(content);
        return new SourceDocument { Blocks = blocks, LeftOut = source.LeftOut };
    }
}
