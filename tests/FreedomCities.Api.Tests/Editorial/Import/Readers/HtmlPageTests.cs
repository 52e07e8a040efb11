using FreedomCities.Api.Editorial.Import.Documents.Readers;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

/// <summary>What of a page is its text.</summary>
public sealed class HtmlPageTests
{
    [Theory]
    [InlineData("<nav>x</nav>", "navigation")]
    [InlineData("<div class=breadcrumb>x</div>", "navigation")]
    [InlineData("<div id=nav>x</div>", "navigation")]
    [InlineData("<div role=navigation>x</div>", "navigation")]
    [InlineData("<header>x</header>", "page header")]
    [InlineData("<footer>x</footer>", "page footer")]
    [InlineData("<div id=foot>x</div>", "page footer")]
    [InlineData("<aside>x</aside>", "aside")]
    [InlineData("<form><label>x</label><input></form>", "form")]
    [InlineData("<div class=toc>x</div>", "contents list")]
    [InlineData("<iframe src=x></iframe>", "frame")]
    [InlineData("<video src=x></video>", "video")]
    [InlineData("<img src=y alt=x>", "image")]
    [InlineData("<img src=x>", "image")]
    [InlineData("<!-- x -->", "comment")]
    [InlineData("<button>x</button>", "button")]
    [InlineData("<noscript>x</noscript>", "text for browsers without scripts")]
    [InlineData("<a href='#top'>x</a>", "navigation")]
    public void PartThatIsNoText_IsLeftOutWithItsLine(string part, string reason)
    {
        var read = HtmlReader.ReadPage($"<html><body><h2>May I?</h2>\n<p>Yes, you may.</p>\n{part}</body></html>", line => line);

        Assert.Equal("h2 May I?\np Yes, you may.", Outline.Write(read));
        Assert.Equal([$"3 {reason}: x"], Outline.WriteLeftOut(read));
    }

    [Fact]
    public void TextOutsideTheMainContent_IsLeftOut()
    {
        var read = HtmlReader.ReadPage(
            "<body>logo<div><p>old</p><main><h1>FAQ</h1><p>The text of this page.</p></main></div><p>new</p>", line => line);

        Assert.Equal("h1 FAQ\np The text of this page.", Outline.Write(read));
        Assert.Equal(["outside the main content: old", "outside the main content: logo", "outside the main content: new"],
            Outline.WriteLeftOut(read).Select(l => l[2..]));
    }

    [Theory]
    [InlineData("<header><p>logo</p><h1>Library</h1></header><h2>May I?</h2><p>Yes, you may.</p>")]
    [InlineData("<div><h1>Library</h1></div><main><h2>May I?</h2><p>Yes, you may.</p></main>")]
    public void HeadingOutsideTheText_IsItsTitle(string body) =>
        Assert.Equal("h1 Library\nh2 May I?\np Yes, you may.", Outline.Write(HtmlReader.ReadPage($"<body>{body}", line => line)));

    [Theory]
    [InlineData("<form id=aspnet><h1>FAQ</h1><p>The text</p></form>")]
    [InlineData("<div class=sidebar><h1>FAQ</h1><p>The text</p></div>")]
    [InlineData("<article><header><h1>FAQ</h1></header><p>The text</p></article>")]
    public void PartThatHoldsThePage_IsText(string body) =>
        Assert.Equal("h1 FAQ\np The text", Outline.Write(HtmlReader.ReadPage($"<body>{body}", line => line)));

    [Theory]
    [InlineData("<html lang=es-MX>", "es-MX")]
    [InlineData("<html xml:lang=fr>", "fr")]
    [InlineData("<html><meta http-equiv=Content-Language content=de>", "de")]
    [InlineData("<html lang='{{ page.lang }}'>", null)]
    public void Language_IsDeclared(string start, string? language) =>
        Assert.Equal(language, HtmlReader.ReadPage($"{start}<p>x", line => line).Language);

    [Fact]
    public void TitleAndDate_AreDeclared()
    {
        var read = HtmlReader.ReadPage(
            "<title>FAQ |\n Library</title><meta property='article:modified_time' content='2024-05-06T07:08:09Z'><p>x", line => line);

        Assert.Equal("FAQ | Library", read.Title);
        Assert.Equal(new DateOnly(2024, 5, 6), read.Date);
        Assert.Empty(read.LeftOut);
    }
}
