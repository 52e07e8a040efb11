using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content;

/// <summary>
/// The allowed values of columns and JSON members, each set stated once. VocabularyTests compares those of columns with the database's
/// check constraints.
/// </summary>
public static class Vocabulary
{
    /// <summary>Values of the column record.type.</summary>
    public sealed class RecordTypes : IVocabulary
    {
        public static string[] All { get; } = ["faq", "topic", "resource", "contact"];
    }

    /// <summary>Values of the column translation.status.</summary>
    public sealed class TextStatuses : IVocabulary
    {
        public static string[] All { get; } = ["draft", "in-review", "published", "withdrawn"];
    }

    /// <summary>Values of the column translation.origin.</summary>
    public sealed class Origins : IVocabulary
    {
        public static string[] All { get; } = ["human", "machine", "machine-reviewed"];
    }

    /// <summary>Values of the column translation.withdrawal_reason.</summary>
    public sealed class WithdrawalReasons : IVocabulary
    {
        /// <summary>The reason of a contact that was purged.</summary>
        public const string Erased = "erased";

        /// <summary>The reasons that an editor can give.</summary>
        public static string[] Editorial { get; } = ["law-changed", "superseded", "merged", "error"];

        public static string[] All { get; } = [.. Editorial, Erased];
    }

    /// <summary>Values of the columns revision.significance and change.significance.</summary>
    public sealed class Significances : IVocabulary
    {
        public static string[] All { get; } = ["minor", "major"];
    }

    /// <summary>Values of the column change.action.</summary>
    public sealed class ChangeActions : IVocabulary
    {
        public static string[] All { get; } = ["upsert", "delete"];
    }

    /// <summary>Values of the column resource.kind.</summary>
    public sealed class ResourceKinds : IVocabulary
    {
        public static string[] All { get; } = ["website", "guide", "policy", "video", "document"];
    }

    /// <summary>Values of the column resource.link_state.</summary>
    public sealed class LinkStates : IVocabulary
    {
        public static string[] All { get; } = ["ok", "redirected", "broken", "placeholder", "unchecked"];
    }

    /// <summary>Values of the column contact.kind.</summary>
    public sealed class ContactKinds : IVocabulary
    {
        public static string[] All { get; } = ["office", "person"];
    }

    /// <summary>Values of the column contact_phone.type: those of RFC 6350, section 6.4.1.</summary>
    public sealed class PhoneTypes : IVocabulary
    {
        public static string[] All { get; } = ["voice", "text", "fax", "cell", "pager", "video", "textphone"];
    }

    /// <summary>Items of the column contact_hours.days: those of RFC 5545, section 3.3.10, from Monday.</summary>
    public sealed class WeekDays : IVocabulary
    {
        public static string[] All { get; } = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    }

    /// <summary>Times for which contacts that are open are requested.</summary>
    public sealed class OpenTimes : IVocabulary
    {
        public static string[] All { get; } = ["now"];
    }

    /// <summary>Versions of vCard that can be requested.</summary>
    public sealed class VCardVersions : IVocabulary
    {
        public static string[] All { get; } = ["4.0", "3.0"];
    }

    /// <summary>Values of the column service_area.kind.</summary>
    public sealed class AreaKinds : IVocabulary
    {
        public static string[] All { get; } = ["state", "county", "postal-code"];
    }

    /// <summary>Values of the column contact_reach.located_by.</summary>
    public sealed class LocationSources : IVocabulary
    {
        public static string[] All { get; } = ["coordinates", "postal-code", "city"];
    }

    /// <summary>Values computed from translation.last_reviewed_at.</summary>
    public sealed class ReviewStatuses : IVocabulary
    {
        public static string[] All { get; } = ["unreviewed", "reviewed"];
    }

    /// <summary>Values computed from translation.outdated.</summary>
    public sealed class TranslationStatuses : IVocabulary
    {
        public static string[] All { get; } = ["current", "outdated"];
    }

    /// <summary>Values computed from resource.event_date.</summary>
    public sealed class EventStates : IVocabulary
    {
        public static string[] All { get; } = ["past", "upcoming"];
    }

    /// <summary>Sort orders for the list of FAQ entries.</summary>
    public sealed class FaqOrders : IVocabulary
    {
        public static string[] All { get; } = ["position", "-updatedAt"];
    }

    /// <summary>What a change can include.</summary>
    public sealed class ChangeIncludes : IVocabulary
    {
        public static string[] All { get; } = ["record"];
    }

    /// <summary>Records that an FAQ entry can contain whole instead of as references.</summary>
    public sealed class FaqIncludes : IVocabulary
    {
        public static string[] All { get; } = ["resources", "contacts"];
    }
}
