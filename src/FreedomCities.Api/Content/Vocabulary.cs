using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content;

/// <summary>
/// The words that columns and members hold, each set once. VocabularyTests compares those of columns with the database's check constraints.
/// </summary>
public static class Vocabulary
{
    /// <summary>record.type</summary>
    public sealed class RecordTypes : IVocabulary
    {
        public static string[] All { get; } = ["faq", "topic", "resource", "contact"];
    }

    /// <summary>translation.status</summary>
    public sealed class TextStatuses : IVocabulary
    {
        public static string[] All { get; } = ["draft", "in-review", "published", "withdrawn"];
    }

    /// <summary>translation.origin</summary>
    public sealed class Origins : IVocabulary
    {
        public static string[] All { get; } = ["human", "machine", "machine-reviewed"];
    }

    /// <summary>translation.withdrawal_reason</summary>
    public sealed class WithdrawalReasons : IVocabulary
    {
        public static string[] All { get; } = ["law-changed", "superseded", "merged", "error"];
    }

    /// <summary>revision.significance, change.significance</summary>
    public sealed class Significances : IVocabulary
    {
        public static string[] All { get; } = ["minor", "major"];
    }

    /// <summary>change.action</summary>
    public sealed class ChangeActions : IVocabulary
    {
        public static string[] All { get; } = ["upsert", "delete"];
    }

    /// <summary>resource.kind</summary>
    public sealed class ResourceKinds : IVocabulary
    {
        public static string[] All { get; } = ["website", "guide", "policy", "video", "document"];
    }

    /// <summary>resource.link_state</summary>
    public sealed class LinkStates : IVocabulary
    {
        public static string[] All { get; } = ["ok", "redirected", "broken", "placeholder", "unchecked"];
    }

    /// <summary>contact.kind</summary>
    public sealed class ContactKinds : IVocabulary
    {
        public static string[] All { get; } = ["office", "person"];
    }

    /// <summary>contact_phone.type</summary>
    public sealed class PhoneTypes : IVocabulary
    {
        public static string[] All { get; } = ["voice", "text", "fax"];
    }

    /// <summary>service_area.kind</summary>
    public sealed class AreaKinds : IVocabulary
    {
        public static string[] All { get; } = ["state", "county", "postal-code"];
    }

    /// <summary>What is computed from translation.last_reviewed_at.</summary>
    public sealed class ReviewStatuses : IVocabulary
    {
        public static string[] All { get; } = ["unreviewed", "reviewed"];
    }

    /// <summary>What is computed from translation.outdated.</summary>
    public sealed class TranslationStatuses : IVocabulary
    {
        public static string[] All { get; } = ["current", "outdated"];
    }

    /// <summary>What is computed from resource.event_date.</summary>
    public sealed class EventStates : IVocabulary
    {
        public static string[] All { get; } = ["past", "upcoming"];
    }

    /// <summary>The orders of the list of FAQ entries.</summary>
    public sealed class FaqOrders : IVocabulary
    {
        public static string[] All { get; } = ["position", "-updatedAt"];
    }

    /// <summary>What a change can include.</summary>
    public sealed class ChangeIncludes : IVocabulary
    {
        public static string[] All { get; } = ["record"];
    }

    /// <summary>The records that an FAQ entry can hold whole.</summary>
    public sealed class FaqIncludes : IVocabulary
    {
        public static string[] All { get; } = ["resources", "contacts"];
    }
}
