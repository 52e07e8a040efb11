using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>Reads and validates a JSON file. Unknown and duplicate members are refused.</summary>
internal static partial class JsonFile
{
    private const int MaxShownLength = 60;

    public static JsonSerializerOptions Options => Json.Strict;

    /// <summary>Whether the root object has a member. The kind of file is known by it.</summary>
    public static bool Has(ImportFile file, string member)
    {
        try
        {
            using var json = Parse(file);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(member, out _);
        }
        catch (JsonException e)
        {
            throw new ImportException($"{file.Name} is not valid JSON: {e.Message}");
        }
    }

    public static T Read<T>(ImportFile file, IValidator<T> validator)
    {
        try
        {
            EnsureNoNullItems(file);
            var content = JsonSerializer.Deserialize<T>(file.Text(), Options)
                ?? throw new ImportException($"{file.Name} must not be null.");
            var result = validator.Validate(content);
            return result.IsValid ? content : throw new ImportException(Describe(file, result.Errors));
        }
        catch (JsonException e)
        {
            string[] ofItems = [.. FindProblemsOfItems(file, typeof(T), e)];
            throw new ImportException(
                ofItems is [] ? [$"{file.Name}: {e.Path ?? "$"}, line {e.LineNumber + 1}: {Explain(e.Message)}"] : ofItems);
        }
    }

    /// <summary>Splits a validated property, such as Contacts[2].Email, into list, index and member. Null: it is in no list.</summary>
    public static (string List, int Index, string Member)? FindItem(string property) =>
        Item().Match(ToMember(property)) is { Success: true } match
            ? (
                match.Groups["list"].Value,
                int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["member"].Value)
            : null;

    private static string[] Describe(ImportFile file, List<ValidationFailure> failures)
    {
        using var json = Parse(file);
        return [.. failures.Select(f => $"{file.Name}: {Describe(json.RootElement, f)}")];
    }

    /// <summary>Adds which record has the value, and the value.</summary>
    private static string Describe(JsonElement root, ValidationFailure failure)
    {
        var problem = $"{ToMember(failure.PropertyName)}: {failure.ErrorMessage}";
        if (FindItem(failure.PropertyName) is not { } item || root.GetProperty(item.List) is not { ValueKind: JsonValueKind.Array } list)
        {
            return problem;
        }

        var isValue = failure.AttemptedValue is string or double;
        var value = isValue ? string.Create(CultureInfo.InvariantCulture, $": \"{failure.AttemptedValue}\"") : "";
        return $"{problem} ({FindSlug(list[item.Index], item.Member)}{value})";
    }

    /// <summary>The reader stops at the first value of a wrong type, so the items are read one by one.</summary>
    private static IEnumerable<string> FindProblemsOfItems(ImportFile file, Type type, JsonException first)
    {
        using var json = Parse(file);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var list in Options.GetTypeInfo(type).Properties.Where(p => p.PropertyType.IsArray))
        {
            if (!json.RootElement.TryGetProperty(list.Name, out var items) || items.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (var (index, item) in items.EnumerateArray().Index())
            {
                if (FindProblem(item, list.PropertyType.GetElementType()!) is { } e)
                {
                    var value = FindValue(item, e.Path ?? "$") is { } raw ? $": {raw}" : "";
                    var path = $"$.{list.Name}[{index}]{e.Path?[1..]}";
                    var line = path == first.Path ? $", line {first.LineNumber + 1}" : "";
                    yield return $"{file.Name}: {path}{line}: {Explain(e.Message)} ({FindSlug(item)}{value})";
                }
            }
        }
    }

    /// <summary>The value at a path, shortened. Null: the path isn't simple, or it names nothing.</summary>
    private static string? FindValue(JsonElement item, string path)
    {
        foreach (var name in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var isThere = int.TryParse(name, CultureInfo.InvariantCulture, out var index)
                ? item.ValueKind == JsonValueKind.Array && index < item.GetArrayLength()
                : item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out _);
            if (!isThere)
            {
                return null;
            }

            item = item.ValueKind == JsonValueKind.Array ? item[index] : item.GetProperty(name);
        }

        var json = item.GetRawText();
        return json.Length > MaxShownLength ? json[..MaxShownLength] + "…" : json;
    }

    private static JsonException? FindProblem(JsonElement item, Type type)
    {
        try
        {
            item.Deserialize(type, Options);
            return null;
        }
        catch (JsonException e)
        {
            return e;
        }
    }

    /// <param name="member">The member with the problem. One of a part has the part's slug.</param>
    private static string FindSlug(JsonElement item, string member) =>
        FindItem(member) is { List: "parts" } part ? FindSlug(item.GetProperty(part.List)[part.Index]) : FindSlug(item);

    private static string FindSlug(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("slug", out var slug) ? slug.ToString() : "no slug";

    public static string ToMember(string property) => Member().Replace(property, m => m.Value.ToLowerInvariant());

    // The serializer's message without the names of our types.
    public static string Explain(string message)
    {
        var missing = message.IndexOf("missing required properties", StringComparison.Ordinal);
        if (missing >= 0)
        {
            return message[missing..].Split(". Path")[0];
        }

        if (message.Contains("could not be converted", StringComparison.Ordinal))
        {
            return "the value has the wrong type. See the JSON schema in db/seed.";
        }

        return message.Contains("could not be mapped", StringComparison.Ordinal)
            ? "unknown member. See the JSON schema in db/seed."
            : OurType().Replace(message, "").Split(" Path:")[0];
    }

    // RespectNullableAnnotations doesn't check the items of a list.
    private static void EnsureNoNullItems(ImportFile file)
    {
        using var json = Parse(file);
        if (HasNullItem(json.RootElement))
        {
            throw new ImportException($"{file.Name}: a list contains null.");
        }
    }

    private static bool HasNullItem(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasNullItem(item)),
        JsonValueKind.Object => json.EnumerateObject().Any(member => HasNullItem(member.Value)),
        _ => false,
    };

    /// <summary>An index in a path.</summary>
    [GeneratedRegex(@"\[(?<index>[0-9]+)\]", RegexOptions.ExplicitCapture)]
    public static partial Regex Index();

    [GeneratedRegex(@"\A(?<list>[a-z]+)\[(?<index>[0-9]+)\]\.?(?<member>.*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex("(?<![a-z])[A-Z]")]
    private static partial Regex Member();

    [GeneratedRegex(" (for|of|on|to) type '?FreedomCities[^' ]*'?")]
    private static partial Regex OurType();

    private static JsonDocument Parse(ImportFile file) =>
        JsonDocument.Parse(file.Text(), new JsonDocumentOptions { MaxDepth = Options.MaxDepth });
}
