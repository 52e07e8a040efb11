using System.Globalization;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>What is said beside the answers, in the words of fc-faq.js.</summary>
internal sealed record EmbedTexts(CultureInfo Culture, string DatePattern)
{
    private static readonly EmbedTexts English = new(CultureInfo.GetCultureInfo("en"), "MMMM d, yyyy")
    {
        Title = "Questions and answers",
        None = "No answers are published under the topic “{0}”.",
        Fallback = "This answer isn’t available in the language that was asked for.",
        Outdated = "The original has changed since this was translated.",
        Machine = "Translated by machine; nobody has checked the translation.",
        MachineReviewed = "Translated by machine and checked by a person.",
        Source = "Source: {0}",
        AsOf = "As of {0}",
        LawAsOf = "Law as of {0}",
        Reviewed = "Reviewed on {0}",
        Unreviewed = "Not reviewed",
        More = "More questions",
        License = "License",
        Contact = "Contact",
    };

    private static readonly EmbedTexts Spanish = new(CultureInfo.GetCultureInfo("es"), "d 'de' MMMM 'de' yyyy")
    {
        Title = "Preguntas y respuestas",
        None = "No hay respuestas publicadas sobre el tema «{0}».",
        Fallback = "Esta respuesta no está disponible en el idioma solicitado.",
        Outdated = "El original ha cambiado desde que se hizo esta traducción.",
        Machine = "Traducción automática que nadie ha revisado.",
        MachineReviewed = "Traducción automática revisada por una persona.",
        Source = "Fuente: {0}",
        AsOf = "A fecha de {0}",
        LawAsOf = "Legislación a fecha de {0}",
        Reviewed = "Revisado el {0}",
        Unreviewed = "Sin revisar",
        More = "Más preguntas",
        License = "Licencia",
        Contact = "Contacto",
    };

    public required string Title { get; init; }

    public required string None { get; init; }

    public required string Fallback { get; init; }

    public required string Outdated { get; init; }

    public required string Machine { get; init; }

    public required string MachineReviewed { get; init; }

    public required string Source { get; init; }

    public required string AsOf { get; init; }

    public required string LawAsOf { get; init; }

    public required string Reviewed { get; init; }

    public required string Unreviewed { get; init; }

    public required string More { get; init; }

    public required string License { get; init; }

    public required string Contact { get; init; }

    public string Language => Culture.Name;

    /// <param name="language">What was asked for, or else is served.</param>
    public static EmbedTexts ForLanguage(string language) =>
        language.Split('-')[0].Equals("es", StringComparison.OrdinalIgnoreCase) ? Spanish : English;

    public string Fill(string text, string value) => string.Format(Culture, text, value);

    public string Fill(string text, DateTimeOffset date) => Fill(text, date.UtcDateTime.ToString(DatePattern, Culture));

    public string Fill(string text, DateOnly date) => Fill(text, date.ToString(DatePattern, Culture));
}
