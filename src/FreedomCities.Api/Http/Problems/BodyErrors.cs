using System.Text.Json;
using System.Text.RegularExpressions;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Http.Problems;

/// <summary>Describes errors in a JSON body with a JSON Pointer (RFC 6901), without the names of our types.</summary>
internal static partial class BodyErrors
{
    public static readonly InputError Null = InputError.InBody("", "Must not be null.");

    public static InputError Explain(JsonException e, Type request) =>
        e.InnerException is JsonException
            ? InputError.InBody(
                "",
                $"Invalid JSON (RFC 8259), or nested deeper than {Json.Strict.MaxDepth} levels, "
                    + $"at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.")
            : InputError.InBody(Pointer(Segments(e.Path)), Detail(e, Segments(e.Path), request));

    /// <summary>Converts the property of a validation failure to a JSON Pointer.</summary>
    public static InputError PointerTo(string property, string detail) =>
        InputError.InBody(
            Pointer([.. property.Split('.', '[', ']').Where(p => p.Length > 0).Select(JsonNamingPolicy.CamelCase.ConvertName)]),
            detail);

    private static string Detail(JsonException e, string[] segments, Type request)
    {
        var isRoot = segments.Length == 0;
        return e.Message switch
        {
            var m when m.StartsWith("Duplicate", StringComparison.Ordinal) => QueryParameters.GivenTwice,
            var m when m.Contains("could not be mapped", StringComparison.Ordinal) => $"Unknown member. {Known(request)}",
            var m when m.StartsWith(InputText.Refusal, StringComparison.Ordinal) => InputText.Refusal,
            _ when !isRoot && Members(request).TryGetValue(segments[^1], out var type) => QueryParameters.MustBe(type),
            _ when isRoot && request.IsArray => $"Must be an array. {Known(request)}",
            _ => $"Must be an object. {Known(request)}",
        };
    }

    private static string Known(Type request) => $"Supported members: {string.Join(", ", Members(request).Keys)}.";

    private static Dictionary<string, Type> Members(Type request) => QueryParameters.Members(request.GetElementType() ?? request);

    // The last segment may be an unknown member, spelled as by the client. Earlier segments are known members.
    private static string[] Segments(string? path) =>
        [.. Segment().Matches(path ?? "").Select(m => m.Groups["name"].Value)];

    private static string Pointer(string[] segments) =>
        string.Concat(
            segments.Select(s => "/" + s.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));

    [GeneratedRegex(@"\.(?<name>[^.\[]*)|\['(?<name>.*)'\]$|\[(?<name>[0-9]+)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Segment();
}
