using System.Globalization;
using System.Security.Cryptography;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>The answers of a topic as a page of its own, without script: for frames, and for servers that fetch it.</summary>
/// <param name="Topic">Null: it isn't published, or isn't known.</param>
internal sealed record EmbedPage(EmbedAddress Address, Topic? Topic, Page<Faq> Faqs, Languages Languages)
{
    private static readonly string Style = EmbeddedFiles.Text("embed/faqs.css");

    /// <summary>Loads, runs and sends nothing; may be shown in a frame by anybody.</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(EmbeddedFiles.Bytes("embed/faqs.css")))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors *";

    public bool IsFound => Topic is not null || Faqs.Items.Length > 0;

    /// <summary>The languages of what is on it.</summary>
    public string[] Served => Faqs.Items is [] ? [Topic?.Language.Served ?? Texts.Language] : ((IPage)Faqs).Languages;

    private EmbedTexts Texts => EmbedTexts.ForLanguage(Languages.Requested ?? Faqs.Items.FirstOrDefault()?.Language.Served ?? "en");

    public string Title => Topic?.Name ?? Texts.Title;

    public Html Render(PublicUrl site, ContentTerms terms) => $"""
        <!doctype html>
        <html lang="{Served[0]}" dir="{Direction(Served[0])}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Title}</title>
        <base target="_blank">
        {(Topic is null ? null : Discovery(site))}
        <style>{Html.FromEncoded(Style)}</style>
        </head>
        <body>
        <main>
        <h1 lang="{Topic?.Language.Served ?? Texts.Language}" dir="auto">{Title}</h1>
        {Faqs.Items.Select(Entry)}
        {(Faqs.Items is [] ? Say("notice", Texts.Fill(Texts.None, Address.Topic)) : null)}
        {(Faqs.Next is null ? null : More(Faqs.Next))}
        </main>{Footer(terms)}
        </body>
        </html>

        """;

    private Html Discovery(PublicUrl site) =>
        $"""<link rel="alternate" type="application/json+oembed" href="{Address.OEmbed(site)}" title="{Title}">""";

    private Html More(string next) =>
        $"""<p lang="{Texts.Language}" dir="auto"><a rel="next" target="_self" href="{next}">{Texts.More}</a></p>""";

    private Html? Footer(ContentTerms terms) => terms.License is null && terms.Contact is null ? null : Footer(Lines(terms));

    private static Html Footer(IEnumerable<Html> lines) => $"\n<footer>\n{lines}\n</footer>";

    private IEnumerable<Html> Lines(ContentTerms terms)
    {
        if (terms.License is { } license)
        {
            yield return Line($"""{Texts.License}: <a rel="license" href="{license.Url.AbsoluteUri}">{license.Name}</a>""");
        }

        if (terms.Contact is { } contact)
        {
            yield return Line($"""<a rel="author" href="{contact.AbsoluteUri}">{Texts.Contact}</a>""");
        }
    }

    private Html Line(Html content) => $"""<p class="source" lang="{Texts.Language}" dir="auto">{content}</p>""";

    private Html Entry(Faq faq) => $"""
        <details lang="{faq.Language.Served}" dir="{Direction(faq.Language.Served)}">
        <summary>{faq.Question}</summary>
        {Notices(faq).Select(n => Say("notice", n))}
        <div>{Html.FromEncoded(faq.Answer.Html)}</div>
        {Say("source", string.Join(" · ", Sources(faq)))}
        </details>
        """;

    private IEnumerable<string> Notices(Faq faq)
    {
        if (faq.Language.Fallback)
        {
            yield return Texts.Fallback;
        }

        if (faq.Language.Status == "outdated")
        {
            yield return Texts.Outdated;
        }

        if (faq.Language.Origin != "human")
        {
            yield return faq.Language.Origin == "machine" ? Texts.Machine : Texts.MachineReviewed;
        }
    }

    private IEnumerable<string> Sources(Faq faq)
    {
        yield return Texts.Fill(Texts.Source, faq.Trust.Source.Title);
        yield return Texts.Fill(Texts.AsOf, faq.ContentChangedAt);
        if (faq.Trust.LawAsOf is { } law)
        {
            yield return Texts.Fill(Texts.LawAsOf, law);
        }

        yield return faq.Trust.LastReviewedAt is { } reviewed ? Texts.Fill(Texts.Reviewed, reviewed) : Texts.Unreviewed;
    }

    private Html Say(string kind, string text) => $"""<p class="{kind}" lang="{Texts.Language}" dir="auto">{text}</p>""";

    private static string Direction(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft ? "rtl" : "ltr";
        }
        catch (CultureNotFoundException)
        {
            return "auto";
        }
    }
}
