using FreedomCities.Api.Delivery.Embed;

namespace FreedomCities.Api.Tests.Delivery.Embed;

public sealed class AnswerLinksTests
{
    [Theory]
    [InlineData("<p>Call (505) 266-5915 ext. 1012.</p>", "<p>Call <a href=\"tel:+1-505-266-5915;ext=1012\">(505) 266-5915 ext. 1012</a>.</p>")]
    [InlineData("<p>575-373-3789</p>", "<p><a href=\"tel:+1-575-373-3789\">575-373-3789</a></p>")]
    [InlineData("<p>+1 575.373.3789 x7</p>", "<p><a href=\"tel:+1-575-373-3789;ext=7\">+1 575.373.3789 x7</a></p>")]
    [InlineData("<p><em>a.b@c.org.</em></p>", "<p><em><a href=\"mailto:a.b@c.org\">a.b@c.org</a>.</em></p>")]
    public void WayToReachSomeone_IsALink(string html, string linked) => Assert.Equal(linked, AnswerLinks.Add(html));

    [Theory]
    [InlineData("<p>2017-03-11, 8 U.S.C. 1373, 10-123-456-7890-1, 1234567890</p>")]
    [InlineData("<p>See <a href=\"https://a.org\">a@b.org</a> and <code>c@d.org</code> &amp; more</p>")]
    [InlineData("<p>@handle, a@b</p>")]
    public void OtherText_StaysAsItIs(string html) => Assert.Equal(html, AnswerLinks.Add(html));
}
