using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Change of one text, which is a record in one language.</summary>
public sealed record Change
{
    /// <summary>Type of the record.</summary>
    [AllowedChoices<Vocabulary.RecordTypes>]
    public required string Type { get; init; }

    /// <summary>Record id, a UUIDv7 (RFC 9562). Never changes.</summary>
    public required Guid Id { get; init; }

    /// <summary>Slug of the record after this change.</summary>
    public required string Slug { get; init; }

    /// <summary>Language of the text (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>
    /// `upsert`: fetch the record again with `Cache-Control: no-cache` (RFC 9111), even if its revision is the same. `delete`: stop showing
    /// the copy.
    /// </summary>
    [AllowedChoices<Vocabulary.ChangeActions>]
    public required string Action { get; init; }

    /// <summary>Published revision, or the withdrawn one.</summary>
    public required int Revision { get; init; }

    /// <summary>`major`: the earlier text is wrong. `minor`: it is still right.</summary>
    [AllowedChoices<Vocabulary.Significances>]
    public required string Significance { get; init; }

    /// <summary>Why the text was withdrawn. Null: not withdrawn.</summary>
    [AllowedChoices<Vocabulary.WithdrawalReasons>(orNull: true)]
    public required string? Reason { get; init; }

    /// <summary>Slug of the published record to show instead, at the time of the change. Null: none.</summary>
    public required string? ReplacedBy { get; init; }

    /// <summary>Slug before this change. Null: not renamed.</summary>
    public required string? RenamedFrom { get; init; }

    /// <summary>
    /// Type and slug of the record whose change caused this one, for example `topic/freedom-cities`: this record shows or counts it. Null:
    /// the record itself was changed.
    /// </summary>
    public required string? CausedBy { get; init; }

    /// <summary>
    /// Path of the record in this language. After a `delete` it answers 410, or the record in another language if there is one.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>Time of the change (RFC 3339, UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// With `include=record`: the record as it is now, in the form of the single GET with `language.requested` null. Absent: it is not
    /// published in this language any more.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Record => Document is null ? null : JsonElement.Parse(Document);

    internal string? Document { get; init; }

    internal long Xid { get; init; }

    internal long Number { get; init; }
}
