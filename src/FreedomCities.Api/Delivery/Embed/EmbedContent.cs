using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Delivery.Texts;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>What the page of a topic shows.</summary>
/// <param name="Slug">Of the topic, as requested if there is no such topic.</param>
/// <param name="Topic">Null: not published, or unknown.</param>
/// <param name="RequestedLanguage">Null: the request names none.</param>
/// <param name="OEmbedUrl">The URL of the page's oEmbed description; null: it has none, because there is no such topic.</param>
public sealed record EmbedContent(string Slug, Topic? Topic, Page<Faq> Faqs, string? RequestedLanguage, string? OEmbedUrl)
{
    public bool IsFound => Topic is not null || Faqs.Items.Length > 0;

    public ReaderTexts Texts { get; } = ReaderTexts.ForLanguage(RequestedLanguage ?? Faqs.Items.FirstOrDefault()?.Language.Served ?? "en");

    /// <summary>The languages of the content; the first is the page's.</summary>
    public string[] Languages => Faqs.Items is [] ? [TitleLanguage] : Faqs.Languages;

    public string Title => Topic?.Name ?? Texts.Page.Title;

    public string TitleLanguage => Topic?.Language.Served ?? Texts.Language;
}
