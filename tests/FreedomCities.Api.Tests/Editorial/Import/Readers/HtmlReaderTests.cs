using FreedomCities.Api.Editorial.Import.Documents.Readers;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

public sealed class HtmlReaderTests
{
    [Theory]
    [InlineData("<p>One<p>Two &amp; <b>three</b>&nbsp;&eacute;", "p One\np Two & {Strong three}\u00A0é")]
    [InlineData("<p>a <i>b <b>c</b></i> <s>d</s> H<sub>2</sub> <tt>e</tt></p>",
        "p a {Emphasis b }{Strong, Emphasis c} {Strike d} H{Subscript 2} {Code e}")]
    [InlineData("<p>One<br>still one<br><br>Two</p>", "p One/still one\np Two")]
    [InlineData("loose <b>text</b><p>Two</p>more", "p loose {Strong text}\np Two\np more")]
    [InlineData("<ul><li>a<ol start=3><li>b</ol><li>c</ul>", "- p a\n- 3. p b\n- p c")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "- p a\n- - p b")]
    [InlineData("<blockquote><p>a</blockquote><hr><pre><code class='language-sh'>ls\n-l\n</code></pre>", "> p a\n---\ncode sh: ls/-l")]
    [InlineData("<x-card><p>a</p></x-card><font><div>b</div></font>", "p a\np b")]
    [InlineData("<div role=heading aria-level=3>a</div><h1></h1>", "h3 a")]
    [InlineData("<figure><img src=a.png alt=Map><figcaption>b</figcaption></figure>", "p b")]
    public void Text_IsRead(string html, string expected) => Assert.Equal(expected, ReadBlocks(html));

    [Theory]
    [InlineData("<a href='https://a.example/x'>a</a> <a href='mailto:a@b.example'>b</a>", "p [a](https://a.example/x) [b](mailto:a@b.example)")]
    [InlineData("<a href='../x.html'>a</a> <a id=q>b</a>", "p [a](../x.html) b")]
    [InlineData("<a href='https://a.example'><img src=i.png alt='The map'></a>", "p [The map](https://a.example)")]
    [InlineData("<a href='https://a.example'><p>a</p></a>", "p [a](https://a.example)")]
    public void Links_KeepTheirTargets(string html, string expected) => Assert.Equal(expected, ReadBlocks(html));

    [Theory]
    [InlineData("<details><summary>Q?</summary>a<p>b</details>", "Details: Q?\n  p a\n  p b")]
    [InlineData("<details open><summary><h3>Q?</h3></summary><p>a</details>", "Details: Q?\n  p a")]
    [InlineData("<dl><dt>Q?<dd>a<dt>R?<br>S?<dd>b<dd>c</dl>", "Definition: Q?\n  p a\nDefinition: R?/S?\n  p b\n  p c")]
    [InlineData("<dl><div><dt>Q?</dt><dd>a</dd></div><dt>T<dt>U</dl>", "Definition: Q?\n  p a\np T/U")]
    public void PairsOfHtml_AreDisclosures(string html, string expected) => Assert.Equal(expected, ReadBlocks(html));

    [Theory]
    [InlineData("<button aria-controls=a>Q?</button><div id=a>x</div>")]
    [InlineData("<h3><button aria-controls=a>Q?</button></h3><div id=a aria-hidden=true hidden><p>x</div>")]
    [InlineData("<h3><button aria-expanded=false>Q? <span aria-hidden=true>+</span></button></h3><div>x</div>")]
    [InlineData("<div id=a>x</div><div><a href='#a' data-toggle=collapse>Q?</a></div>")]
    [InlineData("<div class=head><button data-bs-toggle=collapse data-bs-target='#a'>Q?</button></div><div id=a><div>x</div></div>")]
    [InlineData("<input type=checkbox id=c><label for=c>Q?</label><div>x</div>")]
    [InlineData("<p class=faq-question>Q?</p><div class='faq-answer'>x</div>")]
    [InlineData("<div class=pregunta>Q?</div><div class=respuesta>x</div>")]
    [InlineData("<div class='su-spoiler-title x'>Q?</div><div class=su-spoiler-content>x</div>")]
    [InlineData("<h4 class=et_pb_toggle_title>Q?</h4><div class='et_pb_toggle_content'>x</div>")]
    [InlineData("<dl><dd><h3><button aria-controls=a>Q?</button></h3><div id=a>x</div></dl>")]
    [InlineData("<div itemscope itemtype='https://schema.org/Question'><h3 itemprop=name>Q?</h3><p itemprop=acceptedAnswer>x</p></div>")]
    [InlineData("<ul><li><button aria-controls=a>Q?</button><div id=a>x</div></ul>")]
    public void Accordion_IsADisclosure(string html) => Assert.Equal("Accordion: Q?\n  p x", ReadBlocks(html));

    [Fact]
    public void ButtonsWithBlocksBehindThem_AreAnAccordion()
    {
        Assert.Equal(
            "Accordion: Q?\n  p x\nAccordion: R?\n  p y",
            ReadBlocks("<button class=q>Q?</button><div>x</div><button class=q>R?</button><div>y</div>"));
        Assert.Equal("p x", ReadBlocks("<button>Print</button><div>x</div>"));
    }

    [Theory]
    [InlineData("<table><tr><th>a<th>b<tr><td>c<td>d</table>", "th a | b\ntr c | d")]
    [InlineData("<table><tr><td colspan=2>a<td>b<tr><td>c<td><b>d</b><td>e</table>", "tr a |  | b\ntr c | {Strong d} | e")]
    [InlineData("<table><caption>x</caption><tr><td>a<td>b</table>", "p x\ntr a | b")]
    [InlineData("<table><tr><td><h2>a</h2><td>b</table>", "h2 a\np b")]
    [InlineData("<table role=presentation><tr><td>a<td>b</table>", "p a\np b")]
    [InlineData("<table><tr><td>a<tr><td>b</table>", "p a\np b")]
    public void Table_IsReadUnlessItIsLayout(string html, string expected) => Assert.Equal(expected, ReadBlocks(html));

    [Fact]
    public void LinesOfMarkdown_StayLines()
    {
        var read = HtmlReader.ReadFragment("<p>Q: a\nA: b<br />\nc <sup data-note=\"1\"></sup></p>", keepLines: true, line => line + 10);

        Assert.Equal("p Q: a\nA: b/c[^1]", Outline.Write(read));
        Assert.Equal(11, read.Blocks[0].Position.Number);
    }

    [Theory]
    [InlineData("<h2 id=a>T</h2>", "a")]
    [InlineData("<h2><a name=a></a>T</h2>", "a")]
    [InlineData("<a id=a></a><h2>T</h2>", "a")]
    public void Anchor_BelongsToItsHeading(string html, string anchor)
    {
        var blocks = HtmlReader.ReadFragment(html, keepLines: false, line => line).Blocks;

        Assert.Equal(anchor, Assert.IsType<FreedomCities.Api.Editorial.Import.Documents.Model.Block.Heading>(Assert.Single(blocks)).Anchor);
    }

    private static string ReadBlocks(string html) => Outline.Write(HtmlReader.ReadFragment(html, keepLines: false, line => line));
}
