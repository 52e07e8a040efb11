using System.Text;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

/// <summary>A small file of each format, with as many of its features as fit.</summary>
internal static class SampleFiles
{
    private const string Markdown = """
        ---
        title: Library
        ---
        # Library

        [May I?](#q1)

        ## 1.2 May I? {#q1}

        Yes, **see** [this](https://example.org/x "t") <br> and ~~old~~.[^1]

        | a | b |
        |---|---|
        | 1 | `2` |

        <details><summary>How long?</summary>

        - one
          1. two

        > Quote

        </details>

        ```sh
        ls
        ```

        Term
        : Definition

        [^1]: Note
        """;

    private const string Text = "Library\n\nQ: May I?\nA: Yes.\nQ: How long?\nA: Three weeks.\n\n1. Where?\n   There.\n";

    private const string Html = """
        <!DOCTYPE html><html lang="en"><head><title>Library</title><meta name="date" content="2020-01-02"></head><body>
        <header><h1>Library</h1><nav><ul><li><a href="/">Home</a></ul></nav></header><main>
        <dl><dt>May I?<dd>Yes.<dt>How?<br>And when?<dd>So.</dl>
        <h3><button aria-expanded="false" aria-controls="a1">How long?</button></h3><div id="a1"><p>Three <b>weeks</b>.</p></div>
        <details><summary>Where?</summary><table><tr><th>a<th>b<tr><td colspan="2">c</table></details>
        <ul><li>x<ol start="3"><li>y</ol></ul><blockquote>q<pre><code class="language-c">x</code></pre></blockquote>
        <img src="a.png" alt="Map"><iframe src="https://example.org"></iframe><!-- note --><form><input><select><option>o</select></form>
        </main><footer>&copy; x</footer></body></html>
        """;

    public static byte[] Word { get; } = CreateWord().Write();

    public static (string Name, byte[] Bytes)[] All { get; } =
    [
        ("a.md", Encoding.UTF8.GetBytes(Markdown)),
        ("a.txt", Encoding.UTF8.GetBytes(Text)),
        ("a.html", Encoding.UTF8.GetBytes(Html)),
        ("a.docx", Word),
    ];

    private static WordFile CreateWord() => new(
        WordFile.Paragraph("Library", """<w:pStyle w:val="Title"/>""")
        + WordFile.Heading("May I?")
        + $"""<w:p>{WordFile.Run("See ")}<w:hyperlink r:id="l1">{WordFile.Run("this", "<w:b/>")}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r></w:p>"""
        + WordFile.Item("one") + WordFile.Item("two", level: 1)
        + """
          <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/f" \l "x" </w:instrText></w:r>
          <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>field</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
          <w:tbl><w:tblPr><w:tblLook w:firstRow="1"/></w:tblPr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>
          <w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
          <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins>
          <w:del w:id="3"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>
          <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>
          <w:sdtContent><w:p><w:r><w:t>May I? 1</w:t></w:r></w:p></w:sdtContent></w:sdt>
          """)
    {
        Links = new() { ["l1"] = "https://example.org/" },
        Core = """<dc:title>Library</dc:title><dcterms:modified xsi:type="dcterms:W3CDTF">2020-01-02T00:00:00Z</dcterms:modified>""",
        Parts = new()
        {
            ["styles"] = """
                <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>
                <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
                <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Title"/></w:style>
                """,
            ["numbering"] = """
                <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>
                <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
                """,
            ["footnotes"] = """<w:footnote w:id="2"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote>""",
            ["comments"] = """<w:comment w:id="0"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>""",
            ["header1"] = """<w:p><w:r><w:t>Head</w:t></w:r></w:p>""",
        },
    };
}
