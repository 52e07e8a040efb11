using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FreedomCities.Api.Editorial.Import.Contacts.Csv;

/// <summary>contacts.csv: contacts.json with a line for each contact.</summary>
internal static class ContactsCsv
{
    public static ContactsFile Read(ImportFile file)
    {
        var rows = CsvTable.Read(file).Where(r => r.Cells.Count > 0).ToArray();
        var problems = new List<string>();
        var affiliates = CsvAffiliates.Read(rows, problems);
        var contacts = Array.ConvertAll(rows, row => ReadContact(file, row, problems));
        var content = new ContactsFile([.. contacts.OfType<FileContact>()], affiliates);
        if (problems.Count == 0 || content.Contacts.Length > 0)
        {
            var read = rows.Where((_, i) => contacts[i] is not null).ToArray();
            var failures = new ContactsFileValidator().Validate(content).Errors;
            problems.AddRange(failures.Select(f => Describe(f.PropertyName, f.ErrorMessage, read)));
        }

        return problems.Count == 0 ? content : throw new ImportException([.. problems.Select(p => $"{file.Name}: {p}")]);
    }

    public static string Write(ContactsFile content)
    {
        var affiliates = (content.Affiliates ?? []).ToDictionary(a => a.Slug, StringComparer.Ordinal);
        return CsvTable.Write(Array.ConvertAll(content.Contacts, contact =>
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            Flatten(JsonSerializer.SerializeToNode(contact, JsonFile.Options), "", cells);
            if (contact.Affiliate is { } slug)
            {
                cells[CsvColumns.AffiliateName] = affiliates[slug].Name;
                cells[CsvColumns.AffiliateUrl] = affiliates[slug].Url ?? "";
            }

            return cells;
        }));
    }

    private static FileContact? ReadContact(ImportFile file, CsvRow row, List<string> problems)
    {
        var contact = new JsonObject { ["kind"] = "office", ["source"] = new JsonObject { ["title"] = file.Name } };
        foreach (var (column, cell) in row.Cells.Where(c => c.Key is not (CsvColumns.AffiliateName or CsvColumns.AffiliateUrl)))
        {
            if (CreateValue(column, cell) is { } value)
            {
                Set(contact, column.Split('.'), value);
            }
            else
            {
                problems.Add(row.Describe(column, "must be a number, with a decimal point."));
            }
        }

        try
        {
            return Compact(contact).Deserialize<FileContact>(JsonFile.Options);
        }
        catch (JsonException e)
        {
            problems.Add(row.Describe(ToColumn(e.Path ?? ""), JsonFile.Explain(e.Message)));
            return null;
        }
    }

    /// <summary>The value of a cell; null: it isn't a number.</summary>
    private static JsonNode? CreateValue(string column, string cell)
    {
        if (CsvColumns.IsList(column))
        {
            var items = cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return new JsonArray([.. items.Select(item => JsonValue.Create(item))]);
        }

        if (!CsvColumns.IsNumber(column))
        {
            return JsonValue.Create(cell);
        }

        var isNumber = double.TryParse(cell, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        return isNumber ? JsonValue.Create(number) : null;
    }

    // Lists are objects by number until all cells are set: a line may omit a number.
    private static void Set(JsonObject target, string[] path, JsonNode value)
    {
        foreach (var name in path[..^1])
        {
            target = (JsonObject)(target[name] ??= new JsonObject());
        }

        target[path[^1]] = value;
    }

    private static JsonNode Compact(JsonNode node)
    {
        if (node is not JsonObject members)
        {
            return node.DeepClone();
        }

        var compact = members.Select(m => (m.Key, Value: Compact(m.Value!))).ToArray();
        return Array.TrueForAll(compact, m => int.TryParse(m.Key, CultureInfo.InvariantCulture, out _))
            ? new JsonArray([.. compact.OrderBy(m => int.Parse(m.Key, CultureInfo.InvariantCulture)).Select(m => m.Value)])
            : new JsonObject(compact.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value)));
    }

    private static void Flatten(JsonNode? node, string path, Dictionary<string, string> cells)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Flatten(value, path.Length == 0 ? name : $"{path}.{name}", cells);
                }

                break;
            case JsonArray items when CsvColumns.IsList(path):
                cells[path] = string.Join(',', items.Select(i => i!.ToString()));
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Flatten(items[i], $"{path}.{i + 1}", cells);
                }

                break;
            case not null:
                cells[path] = node.ToString();
                break;
        }
    }

    private static string Describe(string property, string message, CsvRow[] rows) =>
        JsonFile.FindItem(property) is ("contacts", { } index, var member)
            ? rows[index].Describe(ToColumn(member), message)
            : $"{JsonFile.ToMember(property)}: {message}";

    /// <summary>The column of a path in JSON: phones[0].number is phones.1.number.</summary>
    private static string ToColumn(string path) => JsonFile.Index().Replace(
        path.TrimStart('$', '.'), m => $".{int.Parse(m.Groups["index"].ValueSpan, CultureInfo.InvariantCulture) + 1}");
}
