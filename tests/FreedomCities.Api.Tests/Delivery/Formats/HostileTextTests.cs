using System.Text.Json;
using System.Xml.Linq;
using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Delivery.Formats;

/// <summary>What attackers write into questions, answers and names is text in every format.</summary>
public sealed class HostileTextTests(Service service) : IClassFixture<Service>
{
    private static readonly string[] Elements =
    [
        "a", "p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
    ];
    private static readonly string[] Attributes = ["href", "title", "start", "class"];
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</ScRiPt\t><!--<script>", "<!--",
        "--><img src=x onerror=alert(1)>", "]]><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "<a href=\"#\" onclick=\"alert(1)\">x</a>", "<body onload=alert(1)>", "\"><svg/onload=alert(1)>",
        "' autofocus onfocus='alert(1)",
        "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<math><mtext></mtext><style><img src=x onerror=alert(1)></style></math>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=\"data:text/html,<script>alert(1)</script>\">",
        "<base href=\"https://evil.example/\">",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<style>@import 'https://evil.example/x.css'</style>",
        "<form action=javascript:alert(1)><button>x</button></form>",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#x73;cript:alert(1))", "[x](&#106;avascript:alert(1))",
        "[x](javascript&colon;alert(1))", "[x](<java\tscript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "[x](vbscript:msgbox(1))", "[x](//evil.example)",
        "<javascript:alert(1)>", "[x]: javascript:alert(1)\n\n[x]",
        "![x](https://evil.example/pixel.png)", "![x\" onerror=\"alert(1)](x)", "[x](https://a.example/\" onclick=\"alert(1))",
        "[x](https://a.example '\" onclick=\"alert(1)')",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "&amp;lt;script&amp;gt;",
        "<![CDATA[<script>alert(1)</script>]]>", "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;", "<xsl:script>alert(1)</xsl:script>", "＜script＞alert(1)＜/script＞",
        "\u2028alert(1)\u2029", "\u202E<script>", "`<script>alert(1)</script>`",
        "```\" onclick=\"alert(1)\n<script>alert(1)</script>\n```", "{{constructor.constructor('alert(1)')()}}",
        "\\u003Cscript>alert(1)</script>", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    ];

    [Theory, MemberData(nameof(Payloads))]
    public async Task QuestionAndAnswer_AreText(string payload)
    {
        var topic = $"t{Payloads.ToList().FindIndex(r => r.Data == payload)}";
        // Escaped, so that an import takes it as text. What follows an open tag or comment may be left out, so the rest is last.
        var text = payload.Replace("<", "\\<", StringComparison.Ordinal);
        await service.Import(
            $"# {topic}\n\n## Why {text.Split('\n')[0]} {topic}?\n\nAn answer, {text}\n\n{payload}\n",
            new ImportOptions { Topic = topic });
        var faq = Assert.Single(await service.Items("/v1/faqs?topic=" + topic));

        var page = await service.Body("/v1/faqs.jsonld?topic=" + topic);
        Assert.DoesNotContain(page, c => c is '<' or '>' or '&' or '\u2028' or '\u2029');
        var question = Assert.Single(FormatChecks.Questions(page));
        Assert.Equal(faq.Text("question"), question.Text("name"));
        IsHarmless(question.GetProperty("acceptedAnswer").Text("text"));

        var entry = Assert.Single((await service.Feed("/v1/feeds/faqs.atom?topic=" + topic)).Elements(FormatChecks.Atom + "entry"));
        Assert.Equal(
            ["id", "title", "published", "updated", "link", "category", "content", "source"],
            entry.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(
            (faq.Text("question"), (string?)null),
            (entry.Value("title"), entry.Element(FormatChecks.Atom + "title")!.Attribute("type")?.Value));
        Assert.False(entry.Element(FormatChecks.Atom + "content")!.HasElements);
        IsHarmless(entry.Value("content"));
    }

    [Theory, MemberData(nameof(Payloads))]
    public async Task NamesOfAContact_AreText(string payload)
    {
        var text = JsonSerializer.Serialize($"{payload}\r\nEND:VCARD\r\nTEL;VALUE=uri:tel:+1;x={payload}");
        var slug = $"c{Payloads.ToList().FindIndex(r => r.Data == payload)}";
        await service.ImportJson("contacts.json", $$"""
            {
              "affiliates": [{ "slug": "{{slug}}", "name": {{text}} }],
              "contacts": [{ "slug": "{{slug}}", "kind": "office", "name": {{text}}, "role": {{text}}, "description": {{text}}, "affiliate": "{{slug}}", "source": { "title": "A list" } }]
            }
            """);
        var contact = await service.Json("/v1/contacts/" + slug);

        var map = await service.Body("/v1/contacts.geojson?slugs=" + slug);
        Assert.DoesNotContain(map, c => c is '<' or '>' or '&' or '\u2028' or '\u2029');
        Assert.Equal(contact.Text("name"), JsonElement.Parse(map).GetProperty("features")[0].GetProperty("properties").Text("name"));

        var card = await service.Card($"/v1/contacts/{slug}.vcf");
        Assert.Equal(
            ["version", "prodid", "kind", "uid", "source", "fn", "org", "role", "note", "rev"],
            card.Select(p => JsonElement.Parse(p)[0].GetString()));
        Assert.All(card[5..9], p => Assert.Equal(contact.Text("name").ReplaceLineEndings("\n"), JsonElement.Parse(p)[3].GetString()));
    }

    private static void IsHarmless(string html) => Assert.All(XElement.Parse($"<div>{html}</div>").Descendants(), element =>
    {
        Assert.Contains(element.Name.LocalName, Elements);
        Assert.All(element.Attributes(), a => Assert.Contains(a.Name.ToString(), Attributes));
        if (element.Attribute("href") is { } link)
        {
            Assert.Contains(new Uri(link.Value, UriKind.Absolute).Scheme, Schemes);
        }
    });
}
