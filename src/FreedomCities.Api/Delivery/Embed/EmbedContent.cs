using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Delivery.Texts;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>What an embed page shows.</summary>
/// <param name="Topic">Null: not requested, not published, or unknown.</param>
/// <param name="RequestedLanguage">Null: the request names none.</param>
/// <param name="OEmbedUrl">The URL of the page's oEmbed description; null: it has none, because it shows nothing.</param>
public sealed record EmbedContent(
    EmbedFaqsRequest Request, Topic? Topic, Page<EmbedAnswer> Answers, string? RequestedLanguage, string? OEmbedUrl)
{
    /// <summary>The result of a search, whose hits are the answers. Null: there was none.</summary>
    public EmbedSearch? Search { get; init; }

    /// <summary>Null: the requested entry is not withdrawn.</summary>
    public EmbedWithdrawal? Withdrawal { get; init; }

    public int Status => this switch
    {
        { Withdrawal: not null } => StatusCodes.Status410Gone,
        { Topic: null, Answers.Items: [], Search: null } => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status200OK,
    };

    public ReaderTexts Texts { get; } = ReaderTexts.ForLanguage(RequestedLanguage ?? Answers.Languages.FirstOrDefault() ?? "en");

    /// <summary>The languages of the content; the first is the page's.</summary>
    public string[] Languages => Answers.Items is [] ? [TitleLanguage] : Answers.Languages;

    /// <summary>Whether the title is the question of the only entry.</summary>
    public bool IsTitledByEntry => Topic is null && Question is not null;

    public string Title => Topic?.Name ?? Question ?? Texts.Page.Title;

    private string? Question => Request.Slug is null || Search is not null ? null : Answers.Items.FirstOrDefault()?.Faq.Question;

    public string TitleLanguage => Topic?.Language.Served ?? Texts.Language;
}

/// <summary>An entry, and the whole records of its contacts.</summary>
public sealed record EmbedAnswer(Faq Faq, Contact[] Contacts) : IInLanguage
{
    string IInLanguage.ServedLanguage => Faq.Language.Served;
}

/// <summary>Withdrawal of the requested entry.</summary>
/// <param name="Instead">Entry to read instead. Null: none.</param>
public sealed record EmbedWithdrawal(DateTimeOffset At, string Reason, Faq? Instead);

/// <summary>A reader's search: in the body of the request, so that no URL contains it.</summary>
/// <param name="DidYouMean">Query with corrected spelling. Null: nothing was corrected.</param>
/// <param name="IsConfident">False: nothing answers the query well.</param>
/// <param name="Contacts">Who can be asked instead, those with a telephone number first.</param>
public sealed record EmbedSearch(string Query, string? DidYouMean, bool IsConfident, Contact[] Contacts);
